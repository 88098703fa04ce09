import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { addTask, changeTask, roundPlanQuery } from '../../api/plan';
import type { RoundPlan, RoundTask, TaskState, TaskWanted } from '../../api/types';
import { readDate } from '../../format/read';
import { useText } from '../../locales/text';
import { Export } from '../../ui/Export';
import { Loading, ProblemNotice } from '../../ui/states';
import { Due, Refusal } from '../work/parts';
import './plan.css';

const tones = { open: 'plain', done: 'good', dropped: 'blank' } as const satisfies Record<TaskState, string>;

/** The documents to issue in a round, with what became of each. */
export function TaskPanel({ round }: { round: string }) {
  const { t } = useText();
  const plan = useQuery(roundPlanQuery(round));
  const [open, setOpen] = useState<string | null>(null);
  const mayChange = plan.data?.why_not.length === 0;
  return (
    <section className="panel task-panel" aria-labelledby="tasks-title">
      <h2 id="tasks-title">{t('plan.tasks')}</h2>
      {plan.data && plan.data.tasks.length > 0 && <Export list={`rounds/${encodeURIComponent(round)}/plan`} />}
      {plan.isPending && <Loading rows={2} />}
      {plan.isError && <ProblemNotice error={plan.error} retry={() => void plan.refetch()} />}
      {plan.data && plan.data.tasks.length === 0 && <p className="soft">{t('plan.tasks.none')}</p>}
      {plan.data && plan.data.tasks.length > 0 && (
        <ol>
          {plan.data.tasks.map((task) => (
            <li key={task.id}>
              <TaskRow task={task} plan={plan.data} />
              {mayChange && open !== task.id && <Button size="small" aria-label={t('plan.task.change_of', { title: task.title })} onClick={() => setOpen(task.id)}>{t('plan.task.change')}</Button>}
              {open === task.id && <TaskForm plan={plan.data} task={task} close={() => setOpen(null)} />}
            </li>
          ))}
        </ol>
      )}
      {plan.data && mayChange && open !== 'new' && <Button size="small" onClick={() => setOpen('new')}>{t('plan.task.add')}</Button>}
      {plan.data && open === 'new' && <TaskForm plan={plan.data} task={null} close={() => setOpen(null)} />}
    </section>
  );
}

function TaskRow({ task, plan }: { task: RoundTask; plan: RoundPlan }) {
  const { t, words } = useText();
  const unit = plan.units.find(({ id }) => id === task.unit);
  return (
    <div className="task-row">
      <p lang="vi" className="task-title">{task.title}</p>
      <p className="task-facts">
        <span className={`chip ${tones[task.state]}`}>{t(`plan.task.${task.state}`)}</span>
        {task.state === 'open' && <Due due={task.due} />}
        {unit && <span className="soft">{words(unit.name)}</span>}
        {task.document !== '' && <span lang="vi">{task.document}</span>}
        {task.reason !== '' && <span lang="vi" className="soft">{task.reason}</span>}
      </p>
    </div>
  );
}

function TaskForm({ plan, task, close }: { plan: RoundPlan; task: RoundTask | null; close: () => void }) {
  const { t, words, date } = useText();
  const client = useQueryClient();
  const [title, setTitle] = useState(task?.title ?? '');
  const [day, setDay] = useState(task?.due ? date(task.due) : '');
  const [unit, setUnit] = useState(task?.unit ?? '');
  const [state, setState] = useState<TaskState>(task?.state ?? 'open');
  const [document, setDocument] = useState(task?.document ?? '');
  const [reason, setReason] = useState(task?.reason ?? '');
  const [looked, setLooked] = useState(false);
  const due = readDate(day);
  const badDay = day.trim() !== '' && due === null;
  const put = useMutation({
    mutationFn: (wanted: TaskWanted) => (task ? changeTask(plan.round, task.id, wanted) : addTask(plan.round, wanted)),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['rounds', plan.round, 'plan'] });
      close();
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    setLooked(true);
    if (!badDay && title.trim().length >= 3) put.mutate({ title: title.trim(), due, unit, state, document: document.trim(), reason: reason.trim() });
  };
  return (
    <form className="act-form task-form" aria-label={t(task ? 'plan.task.change' : 'plan.task.add')} onSubmit={send} noValidate onKeyDown={(event) => event.key === 'Escape' && close()}>
      <label><span>{t('plan.task.title')}</span><Input autoFocus value={title} status={looked && title.trim().length < 3 ? 'error' : ''} onChange={(event) => setTitle(event.target.value)} /></label>
      {looked && title.trim().length < 3 && <p className="refusal" role="alert">{t('plan.task.title.wrong')}</p>}
      <label><span>{t('work.deadline.day')}</span><Input className="deadline-day" value={day} status={looked && badDay ? 'error' : ''} onChange={(event) => setDay(event.target.value)} /></label>
      {looked && badDay && <p className="refusal" role="alert">{t('units.on.wrong')}</p>}
      <label>
        <span>{t('plan.task.unit')}</span>
        <select value={unit} onChange={(event) => setUnit(event.target.value)}>
          <option value="">{t('plan.task.unit.none')}</option>
          {plan.units.map(({ id, name }) => <option key={id} value={id}>{words(name)}</option>)}
        </select>
      </label>
      {task && (
        <label>
          <span>{t('plan.task.state')}</span>
          <select value={state} onChange={(event) => setState(event.target.value as TaskState)}>
            {(['open', 'done', 'dropped'] as const).map((one) => <option key={one} value={one}>{t(`plan.task.${one}`)}</option>)}
          </select>
        </label>
      )}
      {state === 'done' && <label><span>{t('plan.task.document')}</span><Input value={document} onChange={(event) => setDocument(event.target.value)} /></label>}
      {state === 'dropped' && <label><span>{t('work.form.reason')}</span><Input value={reason} onChange={(event) => setReason(event.target.value)} /></label>}
      {put.isError && <Refusal error={put.error} />}
      <div className="row-actions">
        <Button size="small" type="primary" htmlType="submit" loading={put.isPending}>{t('plan.task.save')}</Button>
        <Button size="small" onClick={close}>{t('work.form.cancel')}</Button>
      </div>
    </form>
  );
}
