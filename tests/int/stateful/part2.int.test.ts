import { attackPart } from './part.ts'

attackPart(2)
