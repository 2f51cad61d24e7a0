import type { SamplePerson } from './model.ts';

/** The person the sample belongs to. */
export const ADA = 81204411;

const studio = (
  id: number,
  name: string,
  initials: string,
  color: string | null,
): SamplePerson => ({
  id,
  name,
  initials,
  color,
  email: `${name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/ /g, '.')}@northwind.example`,
  timezone: 'Europe/Berlin',
  weekStartDay: 1,
});

export const STUDIO_TEAM: readonly SamplePerson[] = [
  studio(ADA, 'Ada Kessler', 'AK', '#0f8a6d'),
  studio(81204417, 'Jonas Brandt', 'JB', '#c2410c'),
  studio(81204428, 'Mei Tanaka', 'MT', '#2760d8'),
  studio(81204433, 'Samuel Okoro', 'SO', '#7c3aed'),
  studio(81204436, 'Lucía Fernández', 'LF', null),
  studio(81204440, 'Noor Haddad', 'NH', '#be185d'),
  studio(81204452, 'Tomasz Wilk', 'TW', '#4d7c0f'),
  studio(81204459, 'Freya Lindholm', 'FL', '#0e7490'),
];

/** Besides Ada: two doctors, one archived member and one invitation that was never accepted. */
export const CLINIC_TEAM: readonly SamplePerson[] = [
  {
    id: 81377102,
    name: 'Inès Moreau',
    initials: 'IM',
    color: '#0369a1',
    email: 'ines.moreau@harbour-clinic.example',
    timezone: 'Europe/Berlin',
    weekStartDay: 1,
  },
  {
    id: 81377115,
    name: 'Patrick Doyle',
    initials: 'PD',
    color: null,
    email: 'patrick.doyle@harbour-clinic.example',
    timezone: 'Europe/Dublin',
    weekStartDay: 0,
  },
  {
    id: 81377120,
    name: 'Helga Sand',
    initials: null,
    color: null,
    email: 'helga.sand@harbour-clinic.example',
    timezone: 'Europe/Berlin',
    weekStartDay: 1,
  },
  {
    id: 81377131,
    name: null,
    initials: null,
    color: null,
    email: 'reception@harbour-clinic.example',
    timezone: 'Europe/Berlin',
    weekStartDay: 1,
  },
];

const elsewhere = (
  id: number,
  name: string,
  initials: string,
  color: string,
  host: string,
  timezone: string,
): SamplePerson => ({
  id,
  name,
  initials,
  color,
  email: `${name.toLowerCase().replace(/ /g, '.')}@${host}.example`,
  timezone,
  weekStartDay: 1,
});

/** Ruth Levi is a guest. */
export const FESTIVAL_TEAM: readonly SamplePerson[] = [
  elsewhere(81402201, 'Maren Holt', 'MH', '#2760d8', 'brightwater', 'Europe/London'),
  elsewhere(81402213, 'Diego Prado', 'DP', '#c2410c', 'brightwater', 'America/New_York'),
  elsewhere(81402230, 'Ruth Levi', 'RL', '#7c3aed', 'villa-nova', 'Asia/Jerusalem'),
];

/** Erik Lund is a guest who may only look. */
export const HOSPITAL_TEAM: readonly SamplePerson[] = [
  elsewhere(81455007, 'Priya Raman', 'PR', '#0f8a6d', 'meridian', 'Asia/Kolkata'),
  elsewhere(81455019, 'Claire Dubois', 'CD', '#be185d', 'meridian', 'Europe/Paris'),
  elsewhere(81455032, 'Erik Lund', 'EL', '#4d7c0f', 'north-medical', 'Pacific/Auckland'),
];

/** Members who can do work: they have a name and have not left. */
export const isActive = (person: SamplePerson): boolean => person.initials !== null;
