import type { StaffRole } from '@lobby/hub/contract';

/** Every address that asks who is logged in away from a desk, and who may, besides operators: they may everywhere. */
export const staffRoutes = {
  'GET /api/operator/feed': [],
  'POST /api/operator/codes': [],
  'POST /api/operator/devices/withdraw': [],
  'GET /api/operator/desk-credentials': [],
  'POST /api/operator/desk-credentials': [],
  'POST /api/operator/desk-credentials/withdraw': [],
  'POST /api/operator/reports': [],
  'POST /api/operator/service-tickets': [],
  'GET /api/operator/staff': [],
  'POST /api/operator/staff': [],
  'GET /api/operator/badges': ['nurse'],
  'POST /api/operator/badges': ['nurse'],
  'POST /api/operator/badges/withdraw': ['nurse'],
  'GET /api/operator/self-tests': [],
  'POST /api/operator/self-tests': [],
  'POST /api/operator/played-days': [],
  'GET /api/operator/areas': [],
  'POST /api/operator/areas': [],
  'GET /api/operator/mirror-credentials': [],
  'POST /api/operator/mirror-credentials': [],
  'POST /api/operator/mirror-credentials/withdraw': [],
} as const satisfies Readonly<Record<string, readonly StaffRole[]>>;
