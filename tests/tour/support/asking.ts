import type { Fault } from '../../../electron/mock-server/index.ts';
import { answerOf, chooseOperation, send } from '../../e2e/support/test.ts';
import type { Perch } from '../../e2e/support/perch.ts';
import type { Visit } from '../stop.ts';
import { settled } from './steps.ts';

/** With an operation open, by its title. */
export async function opened(visit: Visit, title: string): Promise<Perch> {
  const perch = await settled(visit);
  await chooseOperation(perch.page, title);
  return perch;
}

/** Sends an operation after the double has been told how to answer. */
export async function asked(
  visit: Visit,
  title: string,
  fault: Fault | null = null,
): Promise<Perch> {
  const perch = await opened(visit, title);
  visit.clickup.fail(fault);
  await send(perch.page);
  return perch;
}

/** Waits for the answer's status. */
export const answered = (perch: Perch, status: string) =>
  answerOf(perch.page).getByText(status).first().waitFor();
