import { Banner, Card, Icon, LinkButton } from '@thiso/kit'
import CircleAlert from 'lucide-react/icons/circle-alert'
import CircleCheck from 'lucide-react/icons/circle-check'
import ListTodo from 'lucide-react/icons/list-todo'
import type { Todo } from '../hooks/use-todos'
import { useOverviewText } from '../use-overview-text'
import './todo-list.css'

interface TodoListProps {
  todos: readonly Todo[]
  isPartial: boolean
  /** More than one contest: each line says which it is about. */
  namesContest: boolean
}

export function TodoList({ todos, isPartial, namesContest }: TodoListProps) {
  const t = useOverviewText()
  return (
    <Card title={t('todo.title')} tone="raised">
      {isPartial && <Banner tone="warn">{t('todo.failed')}</Banner>}
      {todos.length === 0 ? (
        <p className="ad-todo-none">
          <Icon of={CircleCheck} size={22} />
          <span>{t('todo.none')}</span>
        </p>
      ) : (
        <ul className="ad-todos">
          {todos.map((todo) => (
            <li key={todo.id} data-urgent={todo.isUrgent || undefined}>
              <Icon of={todo.isUrgent ? CircleAlert : ListTodo} size={22} />
              <div>
                <p>{todo.text}</p>
                {namesContest && <p className="ts-quiet-text ts-small">{todo.contest}</p>}
              </div>
              <LinkButton to={todo.to} size="small">
                {todo.act}
              </LinkButton>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
