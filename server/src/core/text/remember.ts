/**
 * What a pure function answers, kept as long as an object is there that stands for what it is asked: asked again about
 * the same object, it must answer the same. A word of a line that was not edited is such an object.
 */
export type Remember = <Input, Answer>(question: (input: Input) => Answer, about: object, input: Input) => Answer;

/** A memory of nothing; it forgets with the objects. */
export function createRemember(): Remember {
  const byQuestion = new Map<unknown, WeakMap<object, unknown>>();
  return <Input, Answer>(question: (input: Input) => Answer, about: object, input: Input): Answer => {
    const answers = byQuestion.get(question) ?? new WeakMap<object, unknown>();
    if (!byQuestion.has(question)) byQuestion.set(question, answers);
    const known = answers.get(about);
    if (known !== undefined || answers.has(about)) return known as Answer;
    const answer = question(input);
    answers.set(about, answer);
    return answer;
  };
}
