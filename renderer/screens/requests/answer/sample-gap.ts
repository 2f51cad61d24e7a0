import type { Answer } from '../../../../electron/contract/requests.ts';
import { clickUpSaid } from './clickup-said.ts';

/** The sample server's own code for an operation that it does not have. */
const SAMPLE_GAP = 'SAMPLE_501';

/** Whether an answer says only that the sample data lacks this operation, which is nobody's error. */
export const isSampleGap = (answer: Answer): boolean =>
  answer.status === 501 && clickUpSaid(answer)?.ecode === SAMPLE_GAP;
