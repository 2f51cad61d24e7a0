/** A comment under a hand-written task, by the initials of who wrote it, newest last. */
export interface WrittenComment {
  readonly task: string;
  readonly who: string;
  readonly text: string;
  /** Minutes ago. */
  readonly ago: number;
  readonly replies?: readonly {
    readonly who: string;
    readonly text: string;
    readonly ago: number;
  }[];
  /** Whose job it makes it. */
  readonly assignee?: string;
}

export const WRITTEN_COMMENTS: readonly WrittenComment[] = [
  {
    task: 'Send revised quote to Hartmann & Co',
    who: 'JB',
    text: 'Mrs Hartmann called: maintenance should be its own line, and the workshop can wait until January.',
    ago: 5_700,
    replies: [
      { who: 'AK', text: 'Thanks! I will split it and send both versions.', ago: 5_640 },
      { who: 'JB', text: 'She likes short quotes. One page if you can.', ago: 5_610 },
    ],
  },
  {
    task: 'Send revised quote to Hartmann & Co',
    who: 'FL',
    text: 'Please let me check the hourly rate before it goes out.',
    ago: 2_880,
    assignee: 'AK',
  },
  {
    task: 'Replace expiring TLS certificate on staging',
    who: 'TW',
    text: 'It ends on Thursday at noon. The new one is in the vault under “staging 2027”.',
    ago: 4_300,
  },
  {
    task: 'Fix redirect loop after sign-in',
    who: 'NH',
    text: 'Happens to me every morning. Clearing the site data helps until the next day.',
    ago: 1_500,
    replies: [
      { who: 'SO', text: 'Same here, Firefox and Safari.', ago: 1_440 },
      { who: 'AK', text: 'Found it: the remembered device outlives the session cookie.', ago: 190 },
    ],
  },
  {
    task: 'Fix redirect loop after sign-in',
    who: 'MT',
    text: 'Could the page at least say what is going on? I can write two sentences for it.',
    ago: 170,
  },
  {
    task: 'Review onboarding copy',
    who: 'LF',
    text: '“Let’s get you set up” appears four times. I would keep the first.',
    ago: 2_000,
  },
  {
    task: 'Ship the new empty states 🎉',
    who: 'JB',
    text: 'The heron looks wonderful. Can it look left on the search page?',
    ago: 880,
    replies: [{ who: 'MT', text: 'It can look anywhere you like 🐦', ago: 850 }],
  },
  {
    task: 'Show the front desk how to move an appointment',
    who: 'PD',
    text: 'Eleven suits us. The phones are quiet then.',
    ago: 1_300,
  },
  {
    task: 'Water the tomatoes 🍅',
    who: 'AK',
    text: 'Not in the midday sun.',
    ago: 700,
  },
];

export const LIST_COMMENTS: readonly { path: string; who: string; text: string; ago: number }[] = [
  {
    path: 'Platform › Web app › Sprint 48',
    who: 'SO',
    text: 'Demo is on Friday at two. Please move what will not make it.',
    ago: 3_900,
  },
  {
    path: 'Office › Finance',
    who: 'FL',
    text: 'Every invoice needs a cost centre, or the tax office sends it back.',
    ago: 9_000,
  },
];

/** A checklist of a hand-written task; `x ` marks what is done. */
export const WRITTEN_CHECKLISTS: readonly {
  readonly task: string;
  readonly name: string;
  readonly items: readonly string[];
}[] = [
  {
    task: 'Prepare sprint demo',
    name: 'Before Friday',
    items: ['x Ask who shows what', 'Charge the presenter', 'Try the projector in room 2'],
  },
  {
    task: 'Send revised quote to Hartmann & Co',
    name: 'Quote',
    items: ['x Maintenance as its own line', 'Hourly rate checked', 'One page'],
  },
];

/** `waits` for `for`. */
export const WRITTEN_DEPENDENCIES: readonly { readonly waits: string; readonly for: string }[] = [
  { waits: 'Prepare sprint demo', for: 'Fix redirect loop after sign-in' },
  { waits: 'Ship the new empty states 🎉', for: 'Review onboarding copy' },
];

export const WRITTEN_CHANNELS: readonly {
  readonly name: string;
  readonly topic: string;
  /** Of the Workspace where not given. */
  readonly between?: readonly string[];
  readonly messages: readonly {
    readonly who: string;
    readonly text: string;
    readonly ago: number;
    readonly replies?: readonly {
      readonly who: string;
      readonly text: string;
      readonly ago: number;
    }[];
  }[];
}[] = [
  {
    name: 'General',
    topic: 'Everything that concerns everyone',
    messages: [
      { who: 'FL', text: 'The heating is fixed. Jackets may go back to the hall.', ago: 4_100 },
      {
        who: 'LF',
        text: 'Lunch on Wednesday is at the **Lindgren** place. Who joins?',
        ago: 1_700,
        replies: [
          { who: 'TW', text: 'Me', ago: 1_690 },
          { who: 'NH', text: 'Me too, a little later', ago: 1_650 },
        ],
      },
      { who: 'MT', text: 'New empty states go out this week 🎉', ago: 300 },
    ],
  },
  {
    name: 'Web app',
    topic: 'Sprint 48',
    messages: [
      { who: 'SO', text: 'Staging is slow because I am loading the big customer set.', ago: 2_600 },
      { who: 'TW', text: 'The certificate there ends on Thursday, please do not panic.', ago: 400 },
      { who: 'NH', text: 'Billing has three edge cases left. Ada and I look at them.', ago: 95 },
    ],
  },
  {
    name: 'Ada, Jonas',
    topic: '',
    between: ['AK', 'JB'],
    messages: [
      { who: 'JB', text: 'Is the Hartmann quote out?', ago: 130 },
      { who: 'AK', text: 'This afternoon.', ago: 120 },
    ],
  },
];

export const WRITTEN_DOCS: readonly {
  readonly name: string;
  readonly who: string;
  readonly pages: readonly {
    readonly name: string;
    readonly content: string;
    readonly under?: string;
  }[];
}[] = [
  {
    name: 'How we work',
    who: 'FL',
    pages: [
      {
        name: 'Start here',
        content:
          '# How we work\n\nShort days, clear names, no meeting without a question.\n\n- Plan on **Monday**\n- Show on **Friday**',
      },
      {
        name: 'Naming things',
        under: 'Start here',
        content: 'Say what it does. If two people read it differently, it is the wrong name.',
      },
      {
        name: 'When something breaks',
        content:
          '1. Say so in *Web app*\n2. Write down what you saw\n3. Then fix it\n\nNobody gets blamed for breaking things.',
      },
    ],
  },
  {
    name: 'Trade fair 2027',
    who: 'AK',
    pages: [
      {
        name: 'Stand',
        content:
          'Six by three metres, corner, next to the café. We bring our own chairs.\n\n| Who | When |\n|---|---|\n| Ada | Tuesday |\n| Lucía | Wednesday |',
      },
    ],
  },
];
