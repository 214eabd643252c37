namespace DiscourseLens.Scoring.Classifying;

/// <summary>A text to score without a store.</summary>
/// <param name="Uid">The caller's id, as JSON text: a string or a number.</param>
/// <param name="Community">Its subreddit; null when unknown.</param>
/// <param name="Title">Its own title; null when it has none.</param>
/// <param name="Text">The text.</param>
/// <param name="ParentTitle">The title of what it replies to; null when none or unknown.</param>
/// <param name="ParentText">The text of what it replies to; null when none or unknown.</param>
public sealed record TextToClassify(
    string Uid, string? Community, string? Title, string Text, string? ParentTitle, string? ParentText);
