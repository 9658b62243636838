/** Plain functions, whose names minifiers take away. */
function priorityOf(issue) {
  const { fields } = issue;
  return fields.priority.name.toUpperCase() + issue.rank;
}

function assigneeOf(issue) {
  if (!issue.visible) {
    return 'nobody';
  }
  return issue.people.assignee.name;
}

export function drawCard(issue, target) {
  const card = document.createElement('div');
  card.className = 'card-' + issue.rank;
  card.title = priorityOf(issue);
  target.append(card);
  return card;
}

export function drawAvatar(issue, target) {
  const avatar = document.createElement('img');
  avatar.alt = assigneeOf(issue);
  target.append(avatar);
  return avatar;
}

export function colourOf(card, palette) {
  return 'colour' in palette.swatch ? palette.swatch.colour : card.style.color;
}

export function estimateOf(card, Estimate) {
  return card.estimate instanceof Estimate.Points ? card.estimate.points : 0;
}
