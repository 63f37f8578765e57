import { Button, Loading } from '@thiso/kit'
import { useEffect, useRef } from 'react'
import { Navigate, useParams } from 'react-router'
import { useProblemText } from '../../../lib/problem'
import { ProblemPage } from '../../../lib/problem-page'
import { useSession } from '../../../lib/session'
import { useLibTexts } from '../../../lib/texts/use-lib-texts'
import { FinishedScreen } from '../components/finished-screen'
import { ItemScreen } from '../components/item-screen'
import { ReviewScreen } from '../components/review-screen'
import { SittingFrame } from '../components/sitting-frame'
import { type Part, partOf } from '../session/parts'
import { useSitting } from '../session/use-sitting'
import { usePracticeTexts } from '../texts/use-practice-texts'
import './practice.css'

export default function SittingPage() {
  const { part: name } = useParams()
  const { account } = useSession()
  const part = partOf(name)
  if (!part) return <Navigate to="/luyen-tap" replace />
  if (!account) return null
  return <Sitting key={`${account.id} ${part}`} part={part} accountId={account.id} />
}

function Sitting({ part, accountId }: { part: Part; accountId: string }) {
  const t = usePracticeTexts()
  const words = useLibTexts()
  const sentence = useProblemText()
  const { screen, outcomes, ask, change, send, resend } = useSitting(part, accountId)
  const title = part === 'all' || part === 'due' ? t(`part.${part}`) : words(`topic.${part}`)

  // A new screen begins at its top, and says where one is.
  const headingRef = useRef<HTMLHeadingElement>(null)
  const sight = `${screen.at} ${screen.at === 'shown' ? screen.showing.card : screen.at === 'reviewed' ? screen.card : ''}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when another screen is shown
  useEffect(() => {
    window.scrollTo(0, 0)
    headingRef.current?.focus({ preventScroll: true })
  }, [sight])

  const frame = { title, outcomes, headingRef }
  switch (screen.at) {
    case 'asking':
      if (screen.error) return <ProblemPage error={screen.error} onRetry={ask} />
      return (
        <SittingFrame {...frame} isUnderWay>
          <Loading block />
        </SittingFrame>
      )
    case 'shown': {
      const { showing } = screen
      return (
        <ItemScreen
          key={showing.card}
          {...frame}
          screen={screen}
          onChange={change}
          onSend={(answer) => send(showing, answer)}
          onResend={resend}
        />
      )
    }
    case 'reviewed':
      return (
        <ReviewScreen
          key={screen.card}
          {...frame}
          isMixed={part === 'all' || part === 'due'}
          screen={screen}
          onNext={ask}
        />
      )
    case 'void':
      return (
        <SittingFrame
          {...frame}
          isUnderWay={false}
          dock={
            <Button variant="primary" size="large" block busy={screen.isAsking} onClick={ask}>
              {t('sitting.another')}
            </Button>
          }
        >
          <p role="alert">{sentence(screen.error)}</p>
        </SittingFrame>
      )
    case 'finished':
      return <FinishedScreen part={part} {...frame} />
  }
}
