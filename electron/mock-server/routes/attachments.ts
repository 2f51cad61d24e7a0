import { badParameter, json } from '../answer.ts';
import type { SampleAttachment } from '../data/records.ts';
import { attachmentWire } from '../wire/attachment.ts';
import { editableTask } from './access.ts';
import { post, type Route, type RouteContext } from './route.ts';

/** ClickUp's own name of the part that holds the file. */
const PART = 'attachment';

/** Files on tasks. Their bytes are counted and not kept, so the addresses lead nowhere. */
export const ATTACHMENT_ROUTES: readonly Route[] = [
  post('/v2/task/{task_id}/attachment', (context) => {
    const { world, userId, now, visibleFrom } = context;
    const { task } = editableTask(context);
    const file = fileIn(context);
    const attachment: SampleAttachment = {
      id: `${world.ids.uuid()}.${extensionOf(file.name)}`,
      taskId: task.id,
      title: file.name,
      extension: extensionOf(file.name),
      type: file.type === '' ? 'application/octet-stream' : file.type,
      bytes: file.size,
      userId,
      createdAt: now,
    };
    world.attachments.put(attachment, { now, visibleFrom });
    return json(attachmentWire(attachment));
  }),
];

function fileIn({ body }: RouteContext): File {
  const part = body instanceof FormData ? (body.get(PART) ?? body.get(`${PART}[0]`)) : null;
  return part instanceof File ? part : badParameter(PART, 'a file in a multipart body');
}

const extensionOf = (name: string): string => /\.([^.]+)$/u.exec(name)?.[1]?.toLowerCase() ?? 'bin';
