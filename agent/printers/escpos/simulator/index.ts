export { readBytes, type ReadBytes } from './read-bytes.ts';
export { EscposSimulator, type SimulatorOptions, type SimulatorState } from './escpos-simulator.ts';
export { PrintedSlip } from './printed-slip.ts';
export type { SimulatorFaults } from './printer-body.ts';
