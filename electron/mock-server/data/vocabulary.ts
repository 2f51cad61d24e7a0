type Words = readonly [string, ...string[]];

/** Verbs that each go with each of the objects. */
export interface Phrases {
  readonly verbs: Words;
  readonly objects: Words;
}

export interface Topic {
  readonly phrases: readonly [Phrases, ...Phrases[]];
  readonly tags: Words;
  /** Appended as "for …" to every title where the List has no client of its own. */
  readonly forWhom?: Words;
}

const words = (text: string): Words => {
  const [first = '', ...rest] = text.split('|');
  return [first, ...rest];
};

const phrases = (verbs: string, objects: string): Phrases => ({
  verbs: words(verbs),
  objects: words(objects),
});

/** What the work of a List is about; the generator combines its words into titles. */
export const TOPICS = {
  sales: {
    phrases: [
      phrases('Send|Update|Discuss', 'the statement of work|the price list|the service contract'),
      phrases('Follow up on|Prepare', 'the discovery call|the renewal talk|the pilot proposal'),
    ],
    tags: words('quote|renewal|new business'),
  },
  delivery: {
    phrases: [
      phrases('Plan|Run|Write up', 'the kickoff workshop|the user interviews|the acceptance test'),
      phrases('Share|Revise', 'the wireframes|the migration plan|the handover notes'),
    ],
    tags: words('workshop|handover|design'),
  },
  enquiries: {
    phrases: [
      phrases('Answer the enquiry|Arrange a first call|Write a short offer', ''),
      phrases('Collect references|Estimate the effort|Find a contact person', ''),
    ],
    tags: words('lead|warm'),
    forWhom: words(
      'Bellweather Hotels|Sørensen Optik|Castle Street Bakery|Fjord Ferries|Villa Nova',
    ),
  },
  pilot: {
    phrases: [
      phrases('Check|Explain|Document', 'the pilot access|the weekly report|the consent form'),
      phrases('Schedule|Confirm', 'the demo for the ward staff|the visit in Lund|the data review'),
    ],
    tags: words('pilot|health'),
  },
  sprint: {
    phrases: [
      phrases(
        'Fix|Investigate|Add a test for',
        'the slow search page|the broken avatar upload|the time-zone bug in reminders|the session timeout|double submits on checkout',
      ),
      phrases(
        'Build|Review|Polish',
        'the invite dialog|the billing settings|keyboard navigation in the table|the export to CSV',
      ),
    ],
    tags: words('bug|frontend|backend|accessibility'),
  },
  backlog: {
    phrases: [
      phrases(
        'Explore|Sketch|Estimate',
        'offline mode|a public changelog|saved filters|single sign-on|a plug-in API|bulk editing',
      ),
      phrases(
        'Remove|Replace',
        'the old onboarding tour|the legacy charts|the unused feature flags',
      ),
    ],
    tags: words('idea|debt|research'),
  },
  ops: {
    phrases: [
      phrases('Rotate|Document|Audit', 'the deploy keys|the database passwords|the DNS records'),
      phrases(
        'Upgrade|Monitor|Load-test',
        'the queue workers|the staging database|the image cache|the log pipeline',
      ),
    ],
    tags: words('infrastructure|security|on call'),
  },
  docs: {
    phrases: [
      phrases(
        'Draft|Review|Rewrite',
        'the API guide|the onboarding handbook|the incident runbook|the style guide',
      ),
      phrases('Add screenshots to|Translate', 'the billing help page|the quick-start|the FAQ'),
    ],
    tags: words('writing|help centre'),
  },
  launch: {
    phrases: [
      phrases(
        'Write|Proofread|Approve',
        'the landing page|the launch newsletter|the press release|the product video script',
      ),
      phrases('Choose|Order|Retouch', 'the hero image|the team photos|the demo screenshots'),
    ],
    tags: words('Q4|copy|design'),
  },
  events: {
    phrases: [
      phrases(
        'Book|Confirm|Compare prices for',
        'the venue|the catering|the travel|the stage crew',
      ),
      phrases('Invite|Thank', 'the speakers|the volunteers|the partner studios'),
    ],
    tags: words('trade fair|travel'),
  },
  social: {
    phrases: [
      phrases(
        'Plan|Write|Schedule',
        'the customer story|the hiring post|the behind-the-scenes post',
      ),
      phrases(
        'Answer|Collect',
        'the comments of the week|the reviews|the questions from the webinar',
      ),
    ],
    tags: words('social|video'),
  },
  finance: {
    phrases: [
      phrases('Check|Pay|File', 'the hosting invoice|the travel receipts|the insurance bill'),
      phrases('Prepare|Send', 'the payroll changes|the VAT return|the reminder letters'),
    ],
    tags: words('invoice|tax'),
  },
  team: {
    phrases: [
      phrases('Plan|Announce', 'the winter retreat|the lunch talk|the desk move|the fire drill'),
      phrases('Order|Replace', 'the standing desks|the coffee machine|the meeting-room display'),
    ],
    tags: words('people|office'),
  },
  frontDesk: {
    phrases: [
      phrases(
        'Update|Print|Reorder',
        'the patient leaflets|the consent forms|the opening-hours sign',
      ),
      phrases('Call|Remind', 'the lab about late results|the patients of the Monday recall'),
    ],
    tags: words('reception|phone'),
  },
  rooms: {
    phrases: [
      phrases('Service|Inspect|Clean', 'the ultrasound|the autoclave|the vaccine fridge'),
      phrases('Restock|Count', 'dressings in room 2|gloves and masks|the emergency trolley'),
    ],
    tags: words('equipment|hygiene'),
  },
  homePage: {
    phrases: [
      phrases(
        'Rewrite|Check|Translate',
        'the page about vaccinations|the team page|the directions',
      ),
    ],
    tags: words('website'),
  },
  garden: {
    phrases: [
      phrases('Sow|Repot|Prune', 'the basil|the blackcurrants|the climbing rose|the lemon tree'),
    ],
    tags: words('weekend'),
  },
  workshop: {
    phrases: [
      phrases('Sand|Repair|Paint', 'the garden bench|the wooden stool|the bird house'),
      phrases('Solder|Program', 'the weather station|the doorbell camera'),
    ],
    tags: words('electronics|wood'),
  },
} as const satisfies Record<string, Topic>;

export type TopicName = keyof typeof TOPICS;

/**
 * Every title a topic can give, each once: verbs and objects of each group combined, with the client
 * whose List it is.
 */
export function titlesOf(topic: Topic, client: string | null): readonly string[] {
  const plain = topic.phrases.flatMap(({ verbs, objects }) =>
    verbs.flatMap((verb) => objects.map((object) => `${verb} ${object}`.trim())),
  );
  const names = client === null ? topic.forWhom : [client];
  if (names === undefined) return plain;
  return plain.flatMap((title) => names.map((name) => `${title} for ${name}`));
}
