import {readFileSync} from 'node:fs'
import {planOf, readOnDemand} from './src/index.ts'
import {splitCondition} from './src/model/contingency.ts'
import {isNegative,speaksOfFuture,isOpen} from './src/compare/news.ts'
console.log(splitCondition('If Stuart cannot be woken, Ewan rings 999 and then Moira, and stays with her until Naomi has come.'))
console.log(splitCondition("If I get hurt or somebody comes to Grandma's door, Kofi takes me to his and Lewis and the police meet us the next day."))
console.log(splitCondition("If Bence misses two sessions in one week, Marie rings Becky the same day and Becky drives him."))
for (const t of ['On 14 February Stuart could not be woken and Ewan slept at a friend\'s because Moira was away.','Stuart cannot be woken',"In May two of the lads came to Grandma's door and shouted through the letter box.","somebody comes to Grandma's door"]) console.log(isNegative(t),speaksOfFuture(t),isOpen(t))
