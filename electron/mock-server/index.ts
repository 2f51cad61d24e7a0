/**
 * ClickUp's API v2 over believable sample data, on 127.0.0.1. It is what people explore without an
 * account and what the end-to-end tests run against. Nothing happens on import.
 */
export type { MockToken, TokenPolicy } from './authorization.ts';
export type { SampleData } from './data/model.ts';
export { createSampleData } from './data/sample-data.ts';
export type { Fault, FaultAction, FaultMatch } from './faults.ts';
export type { RecordedRequest } from './request-log.ts';
export { startMockServer, type MockServer, type MockServerOptions } from './server.ts';
