import { expect, states } from './support.ts';

const DOC = 'docs/api/notification.md';

states(
  'Notification.isSupported',
  'is a yes or a no',
  `${DOC}#notificationissupported`,
  async ({ app }) => {
    const supported = await app.evaluate(({ Notification }) => Notification.isSupported());
    expect(typeof supported).toBe('boolean');
  },
);

states(
  'new Notification',
  'cannot be made before ready',
  `${DOC}#class-notification`,
  async ({ early }) => {
    expect(early).toMatchObject({
      notification: 'Error: Cannot create Notification before app is ready',
    });
  },
);

states(
  'new Notification',
  'keeps what it is given as properties',
  `${DOC}#instance-properties`,
  async ({ app }) => {
    const kept = await app.evaluate(({ Notification }) => {
      const options = {
        title: 'A title',
        subtitle: 'A subtitle',
        body: 'A body',
        silent: true,
        hasReply: true,
        replyPlaceholder: 'Say it',
        urgency: 'critical',
        timeoutType: 'never',
        sound: 'a sound',
        closeButtonText: 'Away',
        actions: [{ type: 'button', text: 'Yes' }],
      } as const;
      const made = new Notification({ ...options, actions: [...options.actions] });
      return [
        Object.fromEntries(
          Object.keys(options).map((name) => [name, Reflect.get(made, name) as unknown]),
        ),
        options,
      ];
    });
    expect(kept[0]).toMatchObject({ ...kept[1] });
  },
);

states(
  'Notification title and body',
  'can be changed',
  `${DOC}#instance-properties`,
  async ({ app }) => {
    const texts = await app.evaluate(({ Notification }) => {
      const made = new Notification({ title: 'Old', body: 'Old' });
      made.title = 'New title';
      made.body = 'New body';
      return [made.title, made.body];
    });
    expect(texts).toEqual(['New title', 'New body']);
  },
);

states(
  'Notification id',
  'is made up where none is given',
  `${DOC}#notificationid-macos-windows-readonly`,
  async ({ app }) => {
    const ids = await app.evaluate(({ Notification }) => [
      new Notification({ id: 'own' }).id,
      new Notification().id,
    ]);
    expect(ids).toEqual(['own', expect.stringMatching(/^[0-9a-f-]{36}$/)]);
  },
);
