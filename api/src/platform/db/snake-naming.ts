import { DefaultNamingStrategy, type NamingStrategyInterface } from 'typeorm'

/** Columns in snake_case; tables are named in each entity. */
export class SnakeNaming extends DefaultNamingStrategy implements NamingStrategyInterface {
  override columnName(propertyName: string, customName: string | undefined, prefixes: string[]): string {
    const own = customName ?? propertyName
    return [...prefixes, own].map(snake).join('_')
  }
}

function snake(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase()
}
