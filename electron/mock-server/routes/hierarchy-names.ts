import { Refusal, refuse } from '../answer.ts';
import type { Body } from './body.ts';

/**
 * A name that must be there. ClickUp's specification documents 400 "Name is required" with OAUTH_119 for
 * Folders and OAUTH_117 for Lists made from templates; that plain ones answer the same is a guess, and
 * so is OAUTH_117 for Spaces.
 */
export function requiredName(body: Body, ECODE: 'OAUTH_117' | 'OAUTH_119'): string {
  const name = body.text('name')?.trim() ?? '';
  if (name === '') throw new Refusal(refuse(400, 'Name is required', ECODE));
  return name;
}

/** As `requiredName`, for a change that may leave the name alone. */
export const changedName = (body: Body, before: string, ECODE: 'OAUTH_117' | 'OAUTH_119') =>
  body.has('name') ? requiredName(body, ECODE) : before;
