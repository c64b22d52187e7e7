/** Contingencies that were triggered: told in other words, and not told at all. */
import {describe, expect, it} from 'vitest'
import {compareVersions} from '../../src/compare/compare.ts'
import {hasReached, lengthOf, leastOf, meets, missedOf, weightLostIn} from '../../src/compare/counts.ts'
import {triggersOf} from '../../src/compare/triggers.ts'
import {versionOf} from '../../src/compare/version.ts'
import {planOf, read} from '../../src/index.ts'

const step = 'Jo will ask Pat to have the children that night and hold a strategy meeting.'

const plan = (date: string, update: string, contingency: string): Parameters<typeof compareVersions>[0][number] => ({
  path: 'plan.md',
  plan: planOf(
    read(
      new TextEncoder().encode(
        `# Child protection plan\n\nDate of plan: ${date}\n\nChildren: Ella Marsh (8), Josh Marsh (13) and Alfie Marsh (6 months)\n\nAddress: 22 Weaver Street, Holmby\n\nMother: Dana Marsh\n\nFather: Lee Marsh\n\nSocial worker: Jo Reed\n\nGran: Pat Hill\n\n${update}\n\n## What we are worried about\n\n| Worry | Outcome | Action | Who | By when |\n|---|---|---|---|---|\n| Ella has toothache | Ella eats without pain | Dana to take Ella to the dentist | Dana | 20 July 2026 |\n| Lee uses cocaine | Lee is clean | Give weekly swabs at Bridgeway | Lee | weekly |\n\n## Contingency plan\n\n${contingency}\n`
      ),
      'plan.md'
    )
  )
})

/** The words that tell it happened, or null. */
function toldIn(trigger: string, update: string, nowToDo = step, nowAwaited = trigger): string | null {
  const older = plan('4 March 2026', '', `- If ${trigger}, ${step}`)
  const news = `## What has happened since the last conference\n\nThe washing machine was mended. ${update} The dog is well.`
  const {changes} = compareVersions([older, plan('3 June 2026', news, `- If ${nowAwaited}, ${nowToDo}`)], () => false)
  return changes.find(({kind}) => kind === 'contingency-unchanged-though-triggered')?.after?.text ?? null
}

it('what somebody only feared, or what the next sentence takes back, did not happen', () => {
  expect(
    toldIn('the children are left alone', 'On 2 May a neighbour rang Jo because she feared that the children were by themselves.')
  ).toBeNull()
  expect(toldIn('Lee hits Dana', 'On 2 May Ella said that Lee hit Dana. It turned out to be a game.')).toBeNull()
})

describe('a trigger', () => {
  it.each([
    ['Lee misses two hair strand tests', 'Lee missed three of the last four tests.'],
    ['Lee misses two hair strand tests', 'Of the last four tests Lee gave one.'],
    ["Josh's attendance falls below 90%", 'Josh was in school for 84% of this term.'],
    ['Dana drinks', 'On 4 May police brought Dana home from the park, unable to stand.'],
    ['Karl contacts the children', 'Karl sent Ella a birthday message in May.'],
    ['Alfie loses weight', 'Alfie weighed 7.9 kg on 2 May and 7.6 kg on 16 May.'],
    ['Alfie loses weight', 'On 2 May Alfie weighed 90 g less than a fortnight before.'],
    ['Ella gets out at night', 'On 2 May Ella went out through the back window and was walked home by the milkman.'],
    ['Karl moves back in', 'Karl has been staying at the flat since April.'],
    ['Lee hits Dana', 'Dana told us that Lee grabbed her by the throat on 2 May.'],
    ['Lee comes to the flat', 'Dana let Lee stay the night twice in May.'],
    ['Josh goes missing overnight', 'Josh stayed out until six in the morning on 3 May.'],
    ['Ella is admitted to hospital', "Ella spent three nights on the children's ward in May."],
    ['either parent tests positive', "Lee's swab on 3 May showed cocaine."],
    ['there are no clean beds on two visits running', 'Jo found no clean bed on 3 May or on 17 May.'],
    ['Lee is found at 22 Weaver Street', 'On 3 May the police found Lee in the kitchen.'],
    ['Lee comes to Weaver Street', 'On 3 May Lee was let in at 11 pm and stayed until morning.'],
    ['Lee gets into the house', 'On 3 May Lee climbed in through the kitchen window.'],
    ['Lee spends the night at the house', "On 3 May Jo called early and Lee was asleep in Dana's bed."],
    ['Josh is missing for more than 24 hours', 'Josh was away from Thursday evening until Saturday lunchtime, 9 May.'],
    ['Josh is missing for more than 24 hours', 'On 7 May Josh went out and was not seen for two days.'],
    ['Josh is away for two nights', 'Josh was missing from Friday 1 May to Sunday 3 May.'],
    ["Lee's swabs are positive twice", 'Bridgeway told us that the swabs of 4 and 11 May showed cocaine.'],
    ['Lee refuses a swab', 'Lee would not give a swab on 4 May.'],
    ['Alfie loses weight', 'Alfie was 8.1 kg on 1 May and 7.9 kg on 15 May.'],
    ['the children are left alone', 'Josh was left to mind Ella and Alfie for three hours on 6 May.'],
    ['Ella gets out of the house on her own', 'On 6 May a bus driver found Ella by the main road on her own.'],
    ['Pat is ill or away', 'Pat broke her hip on 2 May and is still in hospital.'],
    ['Dana lets Lee in', 'On 9 May Dana opened the door to Lee and he stayed for two hours.'],
    ['there is a fight between Dana and Lee', 'Police came on 9 May when Dana and Lee were screaming at each other in the street.'],
    ['Ella has to go to A&E with her asthma', 'Ella was taken to A&E on 9 May when she could not breathe.'],
    ['Karl comes within 100 metres of the house', 'On 9 May Karl was seen outside the house.'],
    ['Dana is found drunk', 'On 20 May Dana fell asleep drunk on the bus with Alfie.'],
    ['Alfie is not brought to two appointments', 'Alfie missed the eye clinic on 4 May and the hearing test on 11 May.'],
    ['nobody can get into the house on two visits', 'Jo had no answer at the door on 4 May and 11 May.'],
    ['Lee does not finish the course', 'Lee dropped out of the course in April.'],
    ['the children are left alone with Lee', 'On 3 May Dana went to bingo and Lee had the children by himself.'],
    ['Dana drinks again', 'On 9 May Dana was found on the floor with an empty vodka bottle beside her.'],
    ['Ella self-harms', "The school nurse saw fresh cuts on Ella's thighs on 4 May."],
    ['Dana says she wants to end her life', 'On 2 May Dana said that everybody would be better off without her.'],
    ['the police are called to the house', 'On 21 March officers attended Weaver Street after a neighbour dialled 999.'],
    ['there is another police call-out for violence between Dana and Lee', 'On 2 May police found Dana with a cut lip and took Lee away.'],
    ['there is any further domestic abuse', 'On 21 March Lee held Dana by the neck in the kitchen.'],
    ['Josh is reported missing again', 'There was one missing episode, on 8 May, when Josh was located by police in Leeds.'],
    ['Josh stays out past his curfew', 'Josh got back at 1.20am on 8 May.'],
    ['Ella is admitted to hospital again with high blood sugar', 'On 18 May Ella was taken to St Anne’s by ambulance with ketoacidosis.'],
    ['Lee breaks the agreement', 'Lee slept at the flat in May although the agreement says he must not.'],
    ['Dana stops working with the plan', 'Dana has not let anyone in since 4 May.'],
    ['Dana misses two appointments with Bridgeway', 'Dana did not turn up at Bridgeway on 4, 11 and 18 May.'],
    ['Ella makes an allegation', 'On 6 May Ella told Miss Hall that Lee had smacked her with a belt.'],
    ['Dana leaves the children alone', "A neighbour said on 15 May that Ella and Alfie had been by themselves since four o'clock."],
    ['Pat is not able to look after the children', 'Pat moved to Spain in April.'],
    [
      'Dana is under the influence of alcohol when caring for the children',
      'When Jo called on 9 May Dana was slurring and could not find Alfie.'
    ]
  ])('“%s” is told by “%s”', (trigger, update) => {
    expect(toldIn(trigger, update)).toBe(update)
  })

  it.each([
    ['Lee misses two hair strand tests', 'Lee missed one test and has given all the others.'],
    ['Lee misses two hair strand tests', 'Dana missed three of her appointments.'],
    ['Dana misses two midwife appointments', 'Dana has been to four of five midwife appointments.'],
    ["Josh's attendance falls below 90%", "Ella's attendance was 84% in May."],
    ['Dana drinks', 'Dana nearly had a drink on 4 May but rang Pat.'],
    ['Dana drinks', 'Dana drank in February, before the plan.'],
    ['Dana is found drunk', "Dana's sister was found drunk on 4 May."],
    ['Dana is drunk while the children are with her', "On 3 May Dana was found drunk in the park; the children were at Gran's."],
    ['Lee hits Dana', 'On 2 May Dana slapped Lee.'],
    ['Lee comes to the flat', "Dana took the children to Lee's flat on 2 May."],
    ['Lee comes to the flat', 'On 3 May Lee came to the flat to fetch his tools, as agreed with Jo.'],
    ['Karl moves back in', 'Karl came to the meeting and wants to move back in.'],
    ['Ella is admitted to hospital', 'Ella had a hospital appointment on 3 May.'],
    ['Josh goes missing', 'Josh missed two days of school in May.'],
    ['there are no clean beds on two visits running', 'Jo found no clean bed when she called on 3 May.'],
    ['Lee comes to Weaver Street', 'Lee drove past the house on 3 May but did not stop.'],
    ['Lee gets into the house', 'On 3 May Lee banged on the front door and Dana did not let him in.'],
    ['Lee spends the night at the house', 'Lee came to tea at the house on 3 May and left at seven.'],
    ['Josh is missing for more than 24 hours', 'Josh was missing for nine hours on 7 May.'],
    ['Josh is out all night', "Josh stayed the night at Pat's on 7 May, as agreed."],
    ['Josh is away for two nights', 'Josh was missing from Friday 1 May to Saturday 2 May.'],
    ['Dana is drunk', 'A neighbour said on 9 May that Dana was drunk, but Jo called and she was sober.'],
    ["Lee's swabs are positive twice", 'Bridgeway told us that the swab of 4 May showed cocaine and all the others were clear.'],
    ['Ella gets out of the house on her own', 'Ella walks to school on her own since May, as agreed.'],
    ['Pat is ill or away', 'Pat had the children on 2 May while Dana was ill.'],
    ['Ella has to go to A&E with her asthma', 'Ella went to the asthma clinic at the hospital on 9 May.'],
    ['Lee comes to the house', 'Josh went missing in May. He came back to the house at midnight.'],
    ['Dana is found drunk', 'Lee was drunk on 20 May when he rang Dana.'],
    ['nobody can get into the house on two visits', 'Jo had no answer at the door on 4 May; on all other visits Dana was in.'],
    ['Ella cuts herself', 'On 4 May Ella cut her hand on a tin and Dana took her to the walk-in centre.'],
    ['Lee hits Dana', 'In 2024 Lee hit Dana.'],
    ['Dana drinks again', 'Dana was offered wine at a wedding on 2 May and drank lemonade.'],
    ['Ella harms herself', 'On 2 May Ella said that she had thought about cutting herself and did not.'],
    ['the police are called to the house', 'PC Shah came to the house on 2 May to fit the alarm.'],
    ['there is any further domestic abuse', 'Dana finished the domestic abuse course on 2 May.'],
    [
      'there is another police call-out for violence between Dana and Lee',
      'Police were called on 2 May when the neighbours were fighting.'
    ],
    ['Ella is admitted to hospital again with high blood sugar', 'Ella was admitted on 18 May with a broken wrist.'],
    ['Lee tests positive for cocaine', "All six of Lee's tests were negative for cocaine."],
    ['Josh hits Dana', 'Josh hit a wall on 6 May when Dana took the console.'],
    ['Dana leaves the children with Lee', 'Dana left the children with Pat on 6 May while Lee was at work.'],
    ['Ella has a seizure of more than five minutes', 'Ella had a seizure on 11 May, which stopped after about three minutes.'],
    ['Josh stays out past his curfew', 'Josh got back at 8.30pm on 8 May.'],
    ['Josh is reported missing again', 'Josh has not been missing since March.'],
    ['Dana drinks again', 'Dana poured a bottle of vodka down the sink on 3 May.'],
    ['there is any further violence between Dana and Lee', 'Dana and Lee argued on 3 May, and Lee went for a walk until he was calm.'],
    ['the police are called to the house', 'Dana rang the police on 2 May to report her bike stolen.'],
    ['Pat can no longer help', 'Pat moved to a bigger house in May so that the children can stay.'],
    ['Ella tells anyone that she has been hurt', 'Ella told Miss Hall on 6 May that she had hurt her knee at football.'],
    ['Lee hits Dana', 'Dana told Jo on 3 May how Lee hit her in 2022.'],
    ['Lee is released from prison', 'The results came out on 3 May and Lee passed his exam.'],
    ["Dana's mental health gets worse", 'Dana was very low in the winter and is much brighter since April.']
  ])('“%s” is not told by “%s”', (trigger, update) => {
    expect(toldIn(trigger, update)).toBeNull()
  })

  it.each([
    ['Josh is not home by 11 pm', 'On 2 May Josh came in at half past three in the morning.', true],
    ['Josh is not home by 11 pm', 'On 2 May Josh came home at 10 pm.', false],
    ['Josh hits Ella or Dana', 'On 2 May Josh punched Dana when she took his phone.', true],
    ['Josh hits Ella or Dana', 'On 2 May Dana punched Josh when he took her phone.', false],
    ['Ella says she wants to die', 'On 2 May Ella told her teacher that she wished she was dead.', true],
    ['Ella says she wants to die', 'On 2 May Ella was sad because her hamster died.', false],
    ['Josh is found with drugs', 'On 2 May Josh was picked up by police with wraps of heroin in his sock.', true],
    ['Josh is found with drugs', 'On 2 May Josh went to a talk about drugs at school.', false],
    ['Josh has a new phone he cannot explain', 'On 2 May Josh had a new phone and would not say where it was from.', true],
    ['Josh has a new phone he cannot explain', 'Dana bought Josh a new phone for his birthday on 2 May.', false],
    ['Josh is arrested', 'Josh saw his friend being arrested on 3 May.', false],
    ['Dana goes into hospital', 'Dana went to the hospital for a scan on 3 May.', false],
    ['Ella has an asthma attack that needs an ambulance', 'On 2 May an ambulance took Ella to hospital with her asthma.', true],
    ['Ella has an asthma attack that needs an ambulance', 'On 2 May Ella was wheezing and her inhaler helped.', false]
  ])('“%s”, “%s”: %s', (trigger, update, isTold) => {
    expect(toldIn(trigger, update)).toBe(isTold ? update : null)
  })

  it('is told of whom the sentence before names', () => {
    expect(toldIn('Karl comes to the house', 'Karl rang Dana in May. On 19 May he came round at midnight.')).toBe(
      'On 19 May he came round at midnight.'
    )
    expect(toldIn('Karl comes to the house', 'Josh went missing in May. On 19 May he came round at midnight.')).toBeNull()
  })

  it('outside his hours is told by another hour', () => {
    const trigger = 'Lee comes to Weaver Street outside his hours, or has been using'
    expect(toldIn(trigger, 'On 9 May Lee was in the kitchen at 2am.')).not.toBeNull()
    expect(toldIn(trigger, 'On 9 May Lee came to the house for his hour with Alfie.')).toBeNull()
  })

  it('in other words with the same step stands as it was; with another step it does not', () => {
    const event = 'Lee was at the flat on 9 May.'
    const same = 'the children stay with Pat that night, and Jo holds a strategy meeting.'
    expect(toldIn('Lee comes to the house', event, same, 'Lee turns up at 22 Weaver Street')).toBe(event)
    expect(toldIn('Lee comes to the house', event, 'Dana takes both children to a refuge and Jo goes to court.')).toBeNull()
    expect(toldIn('Lee comes to the house', event, same, 'Dana lets the children see Lee')).toBeNull()
  })

  it.each([
    ['Jo asks Gran to have the children that night and holds a strategy meeting.', 'Dana is drunk', true],
    ["The children go to Pat's for the night and the social worker calls a strategy meeting.", 'Dana is found intoxicated', true],
    ['Jo will ask Sue to have the children that night and hold a strategy meeting.', 'Dana is found drunk', false],
    ['Jo will ask Pat to have the children for a month and hold a strategy meeting.', 'Dana is found drunk', false],
    [`${step.slice(0, -1)} and start care proceedings in court.`, 'Dana is found drunk', false],
    [step, 'Dana is found drunk twice', false],
    [step, 'Lee is found drunk', false]
  ])('now “%s” if “%s”: stands as it was: %s', (nowToDo, nowAwaited, isSame) => {
    const event = 'Dana was found drunk on 9 May.'
    expect(toldIn('Dana is found drunk', event, nowToDo, nowAwaited)).toBe(isSame ? event : null)
  })

  it('may be told of “she” in sentences after her name', () => {
    const told = toldIn('Dana harms herself', 'Leah: Dana keeps her appointments. On the evening of 2 May she cut her arm.')
    expect(told).toBe('On the evening of 2 May she cut her arm.')
    expect(toldIn('Dana harms herself', 'Leah: Ella keeps her appointments. On the evening of 2 May she cut her arm.')).toBeNull()
  })

  it('is quoted with the sentence that gives the day', () => {
    const told = 'On 2 May the police came to the house. Lee had been let in and broke the bathroom door.'
    expect(toldIn('Lee comes to the flat', told)).toBe(told)
  })

  it.each([
    [
      'Dana has been drinking while the children are with her',
      'Dana drinks when she has the children',
      'On 9 May Dana was drunk with Ella beside her.'
    ],
    [
      'Dana is so unwell that she cannot leave her bed',
      'Dana is too ill to get out of bed',
      'On 9 May Dana was so unwell that she stayed in bed all day.'
    ],
    [
      'Dana harms herself, or says that she is about to',
      'Dana hurts herself or says she is going to',
      'On 9 May Dana was with Ella, drank, and cut her arm.'
    ]
  ])('“%s” stands as it was in “%s”', (awaited, nowAwaited, event) => {
    expect(toldIn(awaited, event, step, nowAwaited)).toBe(event)
    expect(toldIn(awaited, event, step, 'Dana hurts Ella')).toBeNull()
  })

  it('that the older plan dates is not new', () => {
    const worry = 'Lee hit Dana on 2 February 2026.'
    const older = plan('4 March 2026', worry, `- If Lee hits Dana again, ${step}`)
    const newer = plan('3 June 2026', 'Dana was hit by Lee in February 2026 and was bruised.', `- If Lee hits Dana again, ${step}`)
    const {changes} = compareVersions([older, newer], () => false)
    expect(changes.filter(({kind}) => kind === 'contingency-unchanged-though-triggered')).toEqual([])
  })

  it('says nothing where more is to be done now', () => {
    const more = `${step} She will see the council's solicitor within two days, and Lee must move out that evening.`
    expect(toldIn('Dana is found drunk', 'Dana was found drunk on 4 May.', more)).toBeNull()
  })
})

describe('triggers are read', () => {
  const textsOf = (contingency: string): string[] =>
    triggersOf(versionOf(plan('4 March 2026', '', contingency).plan, 0)).map(({text}) => text)
  const both = ['Lee comes to the flat', 'Dana is found drunk']

  it.each([
    ['a list of which a sentence says the rest', 'If any of these happens, Jo visits:\n\n- Lee comes to the flat\n- Dana is found drunk'],
    ['headings', '### If Lee comes to the flat\n\nDana rings 999.\n\n### If Dana is found drunk\n\nPat has the children.'],
    ['rows', '| If | Then |\n|---|---|\n| Lee comes to the flat | Ring 999 |\n| Dana is found drunk | Pat has the children |'],
    [
      'labels',
      'Trigger: Lee comes to the flat\n\nResponse: Dana rings 999\n\nTrigger: Dana is found drunk\n\nResponse: Pat has the children'
    ],
    ['lines with a dash', '1. Lee comes to the flat - Dana rings 999.\n2. Dana is found drunk - Pat has the children.'],
    ['a sentence in front', '**Lee comes to the flat.** Dana rings 999.\n\n**Dana is found drunk.** Pat has the children.'],
    ['one sentence', 'If Lee comes to the flat, Dana rings 999; if Dana is found drunk, Pat has the children.']
  ])('from %s', (_, contingency) => {
    expect(textsOf(contingency)).toEqual(both)
  })

  it('without a comma, up to who acts then', () => {
    expect(textsOf('If Lee shouts at Dana he leaves for his brother’s house.')).toEqual(['Lee shouts at Dana'])
    expect(textsOf('If Dana finds that he drinks, Pat has the children.')).toEqual(['Dana finds that he drinks'])
  })

  it('but not from what is to be decided', () => {
    expect(textsOf('If Dana is found drunk, Pat has the children. Jo decides with her manager if they can go home.')).toEqual([
      'Dana is found drunk'
    ])
  })
})

it('figures are compared', () => {
  expect([leastOf('misses more than three sessions'), leastOf('is away for two nights'), leastOf('misses a session')]).toEqual([4, 1, 1])
  expect([missedOf('has been to one of five')?.count, missedOf('came on one of the buses')]).toEqual([4, null])
  expect(meets('falls under 90 per cent', 'was 95% and is now 84%')).toBe(true)
  expect(meets('rises above 35 units', 'was 30 units')).toBe(false)
  expect([
    lengthOf('gone from Friday night, 5 June, until Sunday'),
    lengthOf('missing four nights since May'),
    lengthOf('away for 19 hours')
  ]).toEqual([36, null, 19])
  expect(hasReached('lost 90 grams at one weighing', 2)).toBe(false)
  expect(weightLostIn('weighed 7.6 kg and then 7.9 kg')).toBeNull()
  expect([weightLostIn('was 60 grams lighter') !== null, weightLostIn('put on 60 grams')]).toEqual([true, null])
})
