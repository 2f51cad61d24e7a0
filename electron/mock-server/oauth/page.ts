import type { Answer } from '../answer.ts';
import type { SamplePerson, SampleWorkspace } from '../data/model.ts';
import type { AuthorizationRequest, OAuthRefusal } from './apps.ts';

/** What the page that asks for consent shows. */
export interface ConsentPage {
  readonly request: Extract<AuthorizationRequest, { ok: true }>;
  /** Whom one can be signed in as, and who is. */
  readonly people: readonly SamplePerson[];
  readonly person: SamplePerson;
  /** The person's Workspaces, and the ids of those ticked. */
  readonly workspaces: readonly SampleWorkspace[];
  readonly ticked: readonly string[];
  /** What has to be put right first; null where nothing. */
  readonly problem: string | null;
}

const STYLE = `
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
body { max-width: 28rem; margin: 12vh auto; padding: 0 1.5rem; }
h1 { font-size: 1.35rem; line-height: 1.3; }
fieldset { margin: 1.25rem 0; padding: .75rem 1rem; border: 1px solid #8886; border-radius: 8px; }
fieldset label { display: block; padding: .3rem 0; }
input[type=checkbox] { margin-inline-end: .6rem; }
form[method=get], form[method=get] label { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; }
button, select { font: inherit; padding: .4rem .8rem; border-radius: 8px; border: 1px solid #8888; }
button[value=connect] { color: #fff; background: #0b6b55; border-color: #0b6b55; }
.problem { color: light-dark(#b3261e, #ffb4ab); }
small { opacity: .75; }
`;

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/**
 * A whole page without script. Its policy says nothing about forms: a browser would apply that to
 * the redirect that answers one, and the redirect leads to the app.
 */
const page = (status: number, title: string, content: string): Answer => ({
  status,
  contentType: 'text/html; charset=utf-8',
  headers: {
    'Content-Security-Policy':
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  },
  body: `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escape(title)}</title>
<style>${STYLE}</style>
<main>
<h1>${escape(title)}</h1>
${content}
<p><small>This page belongs to Perch’s sample server and stands in for ClickUp’s own.</small></p>
</main>
</html>
`,
});

const hidden = (fields: readonly (readonly [name: string, value: string | null])[]): string =>
  fields
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${escape(value ?? '')}">`)
    .join('\n');

const nameOf = ({ name, email }: SamplePerson): string => name ?? email;

/** Asks which Workspaces an app may reach. */
export function consentPage(shown: ConsentPage): Answer {
  const { request, people, person, workspaces, ticked, problem } = shown;
  const { app, redirectUri, state } = request;
  const carried = [
    ['client_id', app.clientId],
    ['redirect_uri', redirectUri],
    ['state', state],
  ] as const;
  const options = people.map(
    (each) =>
      `<option value="${each.id}"${each.id === person.id ? ' selected' : ''}>${escape(nameOf(each))}</option>`,
  );
  const boxes = workspaces.map(
    ({ id, name }) =>
      `<label><input type="checkbox" name="workspace" value="${escape(id)}"${ticked.includes(id) ? ' checked' : ''}>${escape(name)}</label>`,
  );
  return page(
    problem === null ? 200 : 400,
    `${app.name} asks for access`,
    `<form method="get" action="/api">
${hidden(carried)}
<label>Signed in as <select name="as">${options.join('')}</select></label>
<button>Switch person</button>
</form>
<form method="post" action="/api">
${hidden([...carried, ['as', String(person.id)]])}
<fieldset>
<legend>Workspaces that ${escape(app.name)} may reach</legend>
${boxes.join('\n')}
</fieldset>
${problem === null ? '' : `<p role="alert" class="problem">${escape(problem)}</p>`}
<button name="decision" value="connect">Connect Workspaces</button>
<button name="decision" value="reject">Reject</button>
</form>`,
  );
}

/** Tells a person why there is nothing to consent to. Which status ClickUp gives is not known. */
export const refusalPage = ({ sentence, ecode }: OAuthRefusal): Answer =>
  page(
    400,
    'This app cannot be connected',
    `<p role="alert">${escape(sentence)} (${escape(ecode)})</p>
<p>Nothing was shared. Check the app’s settings, then start again from the app.</p>`,
  );

/** Where a person ends who rejected a request and is not sent back. */
export const rejectedPage = (): Answer =>
  page(200, 'Nothing was shared', '<p>You can close this page and go back to the app.</p>');
