/** Every item of a paged list. A list that never ends was refused below (azure-http-client.ts). */
export async function readAll<T>(list: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = []
  for await (const item of list) items.push(item)
  return items
}
