import { connect } from './en/connect.ts';
import { errors } from './en/errors.ts';
import { oauth } from './en/oauth.ts';
import { requests } from './en/requests.ts';
import { shell } from './en/shell.ts';
import { tokens } from './en/tokens.ts';
import { workspaces } from './en/workspaces.ts';
import type { Formats } from './format.ts';

/** The English catalogue. Another language is another function of this type. `*stars*` mean bold. */
export const en = (format: Formats) => ({
  format,
  shell: shell(format),
  connect: connect(format),
  workspaces: workspaces(format),
  requests: requests(format),
  tokens: tokens(format),
  oauth: oauth(format),
  errors: errors(format),
});
