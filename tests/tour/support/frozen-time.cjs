// Loaded into the app's process before its main with `-r`, for the tour: the time stands still at
// PERCH_TOUR_NOW (Unix milliseconds). Each answer from the network moves it on by as long as that
// answer would believably have taken, always the same for the same address.
const { session } = require('electron');

const RealDate = Date;
let now = Number(process.env.PERCH_TOUR_NOW);

globalThis.Date = class extends RealDate {
  constructor(...parts) {
    if (parts.length === 0) super(now);
    else super(...parts);
  }

  static now() {
    return now;
  }
};

const SHORTEST_MS = 90;
const SPREAD_MS = 160;

const durationOf = (url) => {
  const { pathname, search } = new URL(url);
  let sum = 0;
  for (const character of pathname + search)
    sum = (sum * 31 + character.codePointAt(0)) % SPREAD_MS;
  return SHORTEST_MS + sum;
};

const fromPartition = session.fromPartition.bind(session);
session.fromPartition = (...parts) => {
  const partition = fromPartition(...parts);
  const fetch = partition.fetch.bind(partition);
  let turn = Promise.resolve();
  // One after the other: answers that overtake each other would leave another budget each time.
  partition.fetch = (url, init) => {
    const answer = turn.then(() => fetch(url, init));
    turn = answer.then(
      () => undefined,
      () => undefined,
    );
    return answer.then((response) => {
      now += durationOf(url);
      return response;
    });
  };
  return partition;
};
