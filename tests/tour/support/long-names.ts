import { createSampleData, type SampleData } from '../../../electron/mock-server/index.ts';
import { NOW } from './looks.ts';

const NAMES = [
  'Northwind Studio für Gestaltung, Beratung und digitale Produkte (Berlin, Hamburg, Wien)',
  'HarbourClinicInternationalPatientServicesAndResearchCoordination',
  'Side Projects that were meant to be small and then grew over several long winters',
] as const;

const OWNER = {
  name: 'Ada Wilhelmina Friederike Kessler-Brandenburg van den Oosterlaan',
  email: 'ada.wilhelmina.friederike.kessler-brandenburg.van.den.oosterlaan@northwind.example',
};

/** The sample data with names as long as people make them, and one that has no spaces. */
export function longNames(): SampleData {
  const data = createSampleData(NOW);
  return {
    ...data,
    workspaces: data.workspaces.map((workspace, index) =>
      Object.assign({}, workspace, { name: NAMES[index] ?? workspace.name }),
    ),
    people: data.people.map((person) =>
      person.id === data.ownerId ? Object.assign({}, person, OWNER) : person,
    ),
  };
}

const MORE = [
  'Atelier Rive Gauche',
  'Birch & Sons',
  'Canal House',
  'Delta Freight',
  'Elm Street School',
  'Fjord Kajak',
  'Green Office',
  'Hilltop Radio',
  'Inkwell Press',
  'Juniper Labs',
  'Kite Festival',
] as const;

/** The sample data with many more Workspaces, as an agency's people have them. */
export function manyWorkspaces(names: readonly string[] = MORE): SampleData {
  const data = createSampleData(NOW);
  const [first] = data.workspaces;
  if (first === undefined) throw new Error('The sample data has no Workspace');
  const more = names.map((name, index) => {
    const id = String(9003000 + index * 7);
    const memberIds = first.memberIds.slice(0, (index % first.memberIds.length) + 1);
    return Object.assign({}, first, { id, name, color: null, memberIds });
  });
  return { ...data, workspaces: [...data.workspaces, ...more] };
}
