import type { TourScreen } from '../stop.ts';
import { answers } from './requests-answers.ts';
import { forms } from './requests-forms.ts';

export const requests: TourScreen = {
  name: 'requests',
  title: 'Requests',
  about: 'The API by hand: find an operation, fill it in, send it, read the answer.',
  stops: [...forms, ...answers],
};
