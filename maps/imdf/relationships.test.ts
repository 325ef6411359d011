import { expect, test } from 'vitest';
import { change, clinic, clinicWith, feature, idsOf, readClinic, venueOf, type SampleFeature } from './sample.ts';

const relationship = (id: string, properties: object): SampleFeature =>
  feature('relationship', id, null, { direction: 'undirected', ...properties });
const unit = (id: string) => ({ id, feature_type: 'unit' });
const opening = (id: string) => ({ id, feature_type: 'opening' });

test('a lift that a relationship names is that lift, with its name and its costs', () => {
  const lift = relationship('lift', {
    category: 'elevator',
    origin: unit('lift-1'),
    intermediary: null,
    destination: unit('lift-2'),
    name: { zh: '1号梯', en: 'Lift 1' },
    hospital: { entrySeconds: 60 },
  });
  expect(venueOf(readClinic([...clinic(), lift])).connectors[0]).toMatchObject({
    id: 'lift',
    entrySeconds: 60,
    name: { zh: '1号梯' },
  });
});

test('a relationship between two lift doors joins the lift behind them', () => {
  const lift = relationship('lift', {
    category: 'elevator',
    origin: opening('lift-door-1'),
    destination: opening('lift-door-2'),
  });
  expect(venueOf(readClinic([...clinic(), lift])).connectors[0]?.stops.map(({ featureId }) => featureId)).toEqual([
    'lift-1',
    'lift-2',
  ]);
});

test('a relationship that leads to nothing is reported, and the lift is found by its overlap', () => {
  const lift = relationship('lift', { category: 'elevator', origin: unit('lift-1'), destination: unit('lift-9') });
  const reply = readClinic([...clinic(), lift]);
  expect(idsOf(reply, 'dangling-reference')).toEqual(['lift', 'lift-9']);
  expect(venueOf(reply).connectors.map(({ id }) => id)).toEqual(['lift-1', 'stairs-1']);
});

test('a relationship that leads back to where it began is reported as a circle', () => {
  const lift = relationship('lift', {
    category: 'elevator',
    origin: unit('lift-1'),
    intermediary: [unit('lift-2')],
    destination: unit('lift-1'),
  });
  const reply = readClinic([...clinic(), lift]);
  expect(idsOf(reply, 'cycle')).toEqual(['lift', 'lift-1']);
  expect(venueOf(reply).connectors[0]?.stops).toHaveLength(2);
});

test('a lift that overlaps no other floor is reported with its id', () => {
  const reply = readClinic(clinicWith({ 'lift-2': null, 'room-1': change({}) }));
  expect(idsOf(reply, 'missing-connector')).toEqual(['lift-1']);
});
