import { expect, test } from 'vitest'
import { testContext } from '../testing/test-context.ts'
import { evaluateDeep, evaluateText } from './evaluate.ts'
import type { Json } from './json.ts'

const context = testContext()
const values: [expression: string, value: Json][] = [
  ['plain text', 'plain text'],
  ['[[not an expression]', '[not an expression]'],
  ['[no expression', '[no expression'],
  ["['it''s']", "it's"],
  ["[concat('a', 1, true())]", 'a1True'],
  ["[concat(createArray(1), createArray('b'))]", [1, 'b']],
  ["[CONCAT('case', 'less')]", 'caseless'],
  ["[parameters('PLACE').cities[1]]", 'Ghent'],
  ["[parameters('place')['Cities'][0]]", 'Bruges'],
  ["[variables('greeting')]", 'hello'],
  ["[if(equals(1, 2), div(1, 0), 'lazy')]", 'lazy'],
  ["[format('{0}-{1:D3} {{x}}', 'a', 7)]", 'a-007 {x}'],
  ["[replace('a.b.c', '.', '-')]", 'a-b-c'],
  ["[split('a;b,c', createArray(';', ','))]", ['a', 'b', 'c']],
  ["[join(createArray('a', 'b'), '/')]", 'a/b'],
  ["[substring('subject', 3)]", 'ject'],
  ["[padLeft('7', 3, '0')]", '007'],
  ["[startsWith('Repo:octo', 'repo:')]", true],
  ["[indexOf('abcABC', 'C')]", 2],
  ["[contains('Audience', 'aud')]", false],
  ["[contains(createObject('Key', 1), 'key')]", true],
  ["[empty('')]", true],
  ['[empty(null())]', true],
  ["[length(createObject('a', 1))]", 1],
  ['[skip(range(1, 4), 2)]', [3, 4]],
  ["[take('abc', 2)]", 'ab'],
  ['[first(createArray())]', null],
  ["[last('abc')]", 'c'],
  ['[union(createArray(1, 2), createArray(2, 3))]', [1, 2, 3]],
  ['[union(json(\'{"a":{"b":1}}\'), json(\'{"a":{"c":2}}\'))]', { a: { b: 1, c: 2 } }],
  ['[intersection(createArray(1, 2), createArray(2, 3))]', [2]],
  ['[mod(add(mul(2, 5), sub(1, 4)), 4)]', 3],
  ['[div(-7, 2)]', -3],
  ['[max(createArray(1, 9, 3))]', 9],
  ["[and(less('a', 'b'), not(greaterOrEquals(1, 2)))]", true],
  ["[coalesce(null(), tryGet(parameters('place'), 'x', 'y'), 'none')]", 'none'],
  ["[int('42')]", 42],
  ["[bool('True')]", true],
  ["[string(createObject('a', true()))]", '{"a":true}'],
  ["[base64ToString(base64('contoso'))]", 'contoso'],
  ["[uriComponent('a b/(c)')]", 'a%20b%2F%28c%29'],
  ["[uri('https://contoso.com/a/', 'b')]", 'https://contoso.com/a/b'],
  [
    "[items(createObject('b', 2, 'a', 1))]",
    [
      { key: 'a', value: 1 },
      { key: 'b', value: 2 },
    ],
  ],
  ["[map(range(0, 3), lambda('i', mul(lambdaVariables('i'), 2)))]", [0, 2, 4]],
  ["[filter(createArray(1, 2, 3), lambda('i', greater(lambdaVariables('i'), 1)))]", [2, 3]],
  ["[toObject(createArray('a'), lambda('k', lambdaVariables('k')), lambda('k', 1))]", { a: 1 }],
  [
    "[resourceId('Microsoft.A/b/c', 'x', 'y')]",
    '/subscriptions/s-1/resourceGroups/rg-1/providers/Microsoft.A/b/x/c/y',
  ],
  [
    "[resourceId('rg-2', 'Microsoft.A/b', 'x')]",
    '/subscriptions/s-1/resourceGroups/rg-2/providers/Microsoft.A/b/x',
  ],
  ["[subscriptionResourceId('Microsoft.A/b', 'x')]", '/subscriptions/s-1/providers/Microsoft.A/b/x'],
  ["[tenantResourceId('Microsoft.A/b', 'x')]", '/providers/Microsoft.A/b/x'],
  [
    "[extensionResourceId('/subscriptions/s-1', 'Microsoft.A/b', 'x')]",
    '/subscriptions/s-1/providers/Microsoft.A/b/x',
  ],
  [
    "[subscriptionResourceId('Microsoft.Resources/resourceGroups', 'rg-2')]",
    '/subscriptions/s-1/resourceGroups/rg-2',
  ],
  ["[guid('a', 'b')]", '2d796349-8c7e-55ec-9624-54ece82ed031'],
]

test.each(values)('%s is %j', (expression, value) => {
  expect(evaluateText(expression, context)).toEqual(value)
})

const refusals: [expression: string, message: string][] = [
  [
    "[concat('a', 'b']",
    "Unable to parse language expression 'concat('a', 'b'': expected token 'RightParenthesis' and actual 'EndOfData'.",
  ],
  ['[]', "Unable to parse language expression '': expected token 'Identifier' and actual 'EndOfData'."],
  [
    '[variables]',
    "Unable to parse language expression 'variables': expected token 'LeftParenthesis' and actual 'EndOfData'.",
  ],
  [
    "[concat('a') 'b']",
    "Unable to parse language expression 'concat('a') 'b'': expected token 'EndOfData' and actual 'StringLiteral'.",
  ],
  [
    '[a{]',
    "The language expression 'a{' is not valid: the string character '{' at position '1' is not expected.",
  ],
  [
    "[parameters('place').towns]",
    "The language expression property 'towns' doesn't exist, available properties are 'cities'.",
  ],
  ["[parameters('place').cities[2]]", "The language expression property array index '2' is out of bounds."],
  ["[variables('greeting').length]", "The language expression property 'length' can't be evaluated."],
  ["[parameters('nope')]", "The template parameter 'nope' is not found."],
  ["[shout('a')]", "The template function 'shout' is not valid."],
  ['[copyIndex()]', "The template function 'COPYINDEX' is not expected at this location."],
  ['[utcNow()]', "The template function 'UTCNOW' is not expected at this location."],
  [
    "[resourceId('Microsoft.A/b/c', 'x')]",
    "Unable to evaluate template language function 'resourceId': the type 'Microsoft.A/b/c' requires '2' resource name argument(s).",
  ],
]

test.each(refusals)('%s is refused', (expression, message) => {
  expect(() => evaluateText(expression, context)).toThrow(message)
})

const wrongArguments = [
  "[add('1', 2)]",
  '[div(1, 0)]',
  '[mul(9007199254740992, 9007199254740992)]',
  "[base64ToString('%%%')]",
  "[base64ToString('abc')]",
  '[toLower(1)]',
  "[substring('abc', 2, 5)]",
  "[json('{')]",
  "[int('x')]",
  "[format('{1}', 'a')]",
  "[createObject('a')]",
  '[length(1)]',
  '[range(0, 10001)]',
  '[not(1)]',
  "[if(1, 'a', 'b')]",
  '[newGuid()]',
  "[uriComponentToString('%')]",
  "[padLeft('a', 2000000000)]",
  "[format('{0:D999999999}', 1)]",
  "[map(range(0, 9999), lambda('a', map(range(0, 9999), lambda('b', 1))))]",
]

test.each(wrongArguments)('%s does not fit its function', (expression) => {
  expect(() => evaluateText(expression, context)).toThrow(/^Unable to evaluate template language function/)
})

test('a function that Azure has and the emulator has not is named as such', () => {
  expect(() => evaluateText("[pickZones('Microsoft.A', 'b', 'c')]", context)).toThrow('is not emulated')
  expect(() => evaluateText("[listKeys('x', '2020-01-01')]", context)).toThrow('is not emulated')
})

test('property loops unfold, and names of members may be expressions', () => {
  const value = evaluateDeep(
    { "[variables('greeting')]": 1, copy: [{ name: 'all', count: 2, input: "[copyIndex('all')]" }] },
    context,
  )
  expect(value).toEqual({ hello: 1, all: [0, 1] })
})

test('a member named __proto__ stays an ordinary member', () => {
  const value = evaluateDeep(JSON.parse('{"__proto__": {"polluted": "[variables(\'greeting\')]"}}'), context)
  expect(JSON.stringify(value)).toBe('{"__proto__":{"polluted":"hello"}}')
  expect(Reflect.get({}, 'polluted')).toBeUndefined()
})

test('a function of the template’s own cannot call itself', () => {
  const userFunctions = new Map([['own.again', { parameterNames: [], output: '[own.again()]' }]])
  expect(() => evaluateText('[own.again()]', { ...context, userFunctions })).toThrow(
    "The template function 'own.again' is not valid.",
  )
})
