import type { SampleAttachment } from '../data/records.ts';

/** A file on a task, as the upload is answered and as the task lists it. */
export function attachmentWire({ id, title, extension, type, bytes, createdAt }: SampleAttachment) {
  const url = `https://attachments-public.clickup.com/${id}/${encodeURIComponent(title)}`;
  return {
    id,
    version: '0',
    date: createdAt,
    title,
    extension,
    mimetype: type,
    size: bytes,
    thumbnail_small: url,
    thumbnail_large: url,
    url,
  };
}
