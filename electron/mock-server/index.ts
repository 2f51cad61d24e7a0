/**
 * ClickUp's API v2, and chat and Docs of v3, over believable sample data, on 127.0.0.1. It is what people explore without an
 * account and what the end-to-end tests run against. Nothing happens on import.
 */
export type { MockToken, TokenPolicy } from './authorization.ts';
export type { Clock } from './clock.ts';
export type { SampleData } from './data/model.ts';
export { createSampleData } from './data/sample-data.ts';
export { createLargeData, LARGE_WORKSPACE_ID, type LargeDataOptions } from './data/large-data.ts';
export { TOKEN_NOT_FOUND_ECODES, WORKSPACE_NOT_AUTHORIZED_ECODES } from './ecodes.ts';
export type { TokenNotFoundEcode } from './ecodes.ts';
export { FAULTS } from './fault-presets.ts';
export type {
  Fault,
  FaultAction,
  FaultMatch,
  FaultModifier,
  FaultOutcome,
  RateHeaderStyle,
} from './faults.ts';
export type { OAuthApp } from './oauth/apps.ts';
export type { Rejection } from './oauth/authorize.ts';
export type { IssuedSecret } from './oauth/oauth.ts';
export type { RecordedRequest } from './request-log.ts';
export { startMockServer, type MockServer, type MockServerOptions } from './server.ts';
