import { checkDigitOf } from '@lobby/hub/contract/id-number.ts';
import type { SimulatedCard } from '../simulator/card-image.ts';

const numbered = (first17: string) => first17 + checkDigitOf(first17);

export const residentCard: SimulatedCard & { kind: 'resident-id' } = {
  kind: 'resident-id',
  name: '张𠅤䶮',
  sex: 'female',
  nation: '德昂',
  birthDate: '1949-12-31',
  address: '北京市朝阳区建国路 88 号院 7 号楼 1203 室',
  idNumber: '11010519491231002X',
  issuer: '北京市公安局朝阳分局',
  validFrom: '2015-03-01',
  validTo: null,
};

export const otherResidentCard: SimulatedCard = {
  ...residentCard,
  name: '李四',
  sex: 'male',
  nation: '汉',
  birthDate: '1988-01-01',
  idNumber: numbered('44052419880101001'),
  validTo: '2035-02-28',
};

export const permitCard: SimulatedCard = {
  kind: 'hmt-permit',
  name: '陈大文',
  sex: 'male',
  birthDate: '1990-06-15',
  address: '广东省深圳市南山区科技路 1 号',
  idNumber: numbered('81000019900615001'),
  issuer: '深圳市公安局',
  validFrom: '2022-05-05',
  validTo: '2027-05-05',
  travelPermit: 'H12345678',
};

export const foreignerCard: SimulatedCard = {
  kind: 'foreigner-2017',
  nameLatin: 'SMITH, JOHN ALBERT',
  name: '史密斯',
  sex: 'male',
  nationality: 'USA',
  birthDate: '1975-09-09',
  idNumber: 'USA110075090901',
  validFrom: '2019-01-01',
  validTo: '2029-01-01',
  issuer: '1500',
};

export const foreignerCard2023: SimulatedCard = {
  ...foreignerCard,
  kind: 'foreigner-2023',
  idNumber: numbered('91184019750909001'),
};
