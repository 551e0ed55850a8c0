// What a person must look at: batches set aside, lines that cry alarm, failures, throttling, a stream that falls behind.
import { Duration } from 'aws-cdk-lib'
import { ComparisonOperator, type IMetric, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import type { EntryName } from '../../functions/entry/entries.ts'
import type { Gateway } from './api.ts'
import type { PortalFunction } from './constructs/portal-function.ts'
import type { PortalStack } from './portal-stack.ts'

export type Watched = { functions: Record<EntryName, PortalFunction>; gateway: Gateway; aside: Queue }

const PERIOD = Duration.minutes(5)
/** A stream keeps its records for a day; half an hour behind is already felt. */
const MOST_STREAM_LAG_MILLISECONDS = 30 * 60 * 1000

/** Alarms of the stack, told to one topic. */
export function createAlarms(stack: PortalStack, { functions, gateway, aside }: Watched): Topic {
  const topic = new Topic(stack, 'Alarms', { enforceSSL: true })
  if (stack.stage.alarmMail) topic.addSubscription(new EmailSubscription(stack.stage.alarmMail))
  const watch = (id: string, metric: IMetric, description: string, threshold = 1) => {
    const alarm = new Metric({ ...metricOf(metric), period: PERIOD }).createAlarm(stack, id, {
      alarmDescription: description,
      threshold,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    })
    alarm.addAlarmAction(new SnsAction(topic))
  }
  watch(
    'EventsAsideAlarm',
    aside.metricApproximateNumberOfMessagesVisible(),
    'Batches of events lie in the dead-letter queue.',
  )
  watch('ServerErrorAlarm', gateway.stage.metricServerError(), 'Requests were answered with a 5xx.', 5)
  watch(
    'StreamLagAlarm',
    functions.events.metric('IteratorAge', { statistic: 'max' }),
    'Events wait too long.',
    MOST_STREAM_LAG_MILLISECONDS,
  )
  for (const [name, each] of Object.entries(functions)) {
    watch(`${each.node.id}ErrorAlarm`, each.metricErrors(), `The function ${name} failed.`)
    watch(`${each.node.id}ThrottleAlarm`, each.metricThrottles(), `The function ${name} was throttled.`)
    watch(`${each.node.id}LineAlarm`, alarmLines(stack, name, each), `The log of ${name} cries alarm.`)
  }
  return topic
}

/** Counts the lines that the product's log marks with `"alarm":true`. */
function alarmLines(stack: PortalStack, name: string, each: PortalFunction): IMetric {
  const filter = new MetricFilter(stack, `${each.node.id}AlarmLines`, {
    logGroup: each.logGroup,
    filterPattern: FilterPattern.literal('"\\"alarm\\":true"'),
    metricNamespace: `dianlian/${stack.stage.name}`,
    metricName: `alarm-lines-${name}`,
    metricValue: '1',
    defaultValue: 0,
  })
  return filter.metric({ statistic: 'sum' })
}

function metricOf(metric: IMetric) {
  const { metricStat } = metric.toMetricConfig()
  if (!metricStat) throw new Error('Only plain metrics are watched')
  const { namespace, metricName, statistic, dimensions } = metricStat
  const dimensionsMap = Object.fromEntries((dimensions ?? []).map(({ name, value }) => [name, String(value)]))
  return { namespace, metricName, statistic, dimensionsMap }
}
