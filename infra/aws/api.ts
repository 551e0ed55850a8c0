// The API: a Lambda behind an HTTP API that answers the CDN alone.
import { HttpApi, HttpMethod, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { PortalFunction, type Surroundings } from './constructs/portal-function.ts'
import { acknowledge, generatedSecret, type PortalStack } from './portal-stack.ts'

/** The HTTP API, and the secret by which it knows that a request came through the CDN. */
export type Gateway = { httpApi: HttpApi; stage: HttpStage; originSecret: Secret; host: string }

const REQUESTS_A_SECOND = 500
const BURST = 1000

/** The gate without what stands behind it, so that the CDN can point at it first. */
export function createGateway(stack: PortalStack): Gateway {
  const httpApi = new HttpApi(stack, 'Gateway', { apiName: stack.stackName, createDefaultStage: false })
  const log = new LogGroup(stack, 'GatewayLog', {
    retention: RetentionDays.THREE_MONTHS,
    removalPolicy: stack.removalPolicy,
  })
  const stage = new HttpStage(stack, 'GatewayStage', {
    httpApi,
    stageName: '$default',
    autoDeploy: true,
    throttle: { rateLimit: REQUESTS_A_SECOND, burstLimit: BURST },
    accessLogSettings: { destination: new LogGroupLogDestination(log) },
  })
  return {
    httpApi,
    stage,
    originSecret: generatedSecret(stack, 'OriginSecret'),
    host: `${httpApi.apiId}.execute-api.${stack.region}.${stack.urlSuffix}`,
  }
}

/** The function behind the gate, for every path and method under `/api`. */
export function createApi(
  stack: PortalStack,
  surroundings: Surroundings,
  { httpApi, originSecret }: Gateway,
): PortalFunction {
  const api = new PortalFunction(stack, 'api', surroundings, {
    // The function's environment is readable only by who may change the function; a look-up would slow each cold start.
    ORIGIN_SECRET: originSecret.secretValue.unsafeUnwrap(),
  })
  const routes = httpApi.addRoutes({
    path: '/api/{proxy+}',
    methods: [HttpMethod.ANY],
    integration: new HttpLambdaIntegration('ToApi', api),
  })
  for (const route of routes) {
    acknowledge(
      route,
      'AwsSolutions-APIG4',
      'Who may call is declared with each route and judged by the function; a route without a declaration does not start.',
    )
  }
  return api
}
