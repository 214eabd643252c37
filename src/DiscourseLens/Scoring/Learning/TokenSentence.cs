namespace DiscourseLens.Scoring.Learning;

/// <summary>A sentence of the tokens read.</summary>
/// <param name="From">Its first token.</param>
/// <param name="To">Behind its last token.</param>
/// <param name="Start">First UTF-16 offset in its text.</param>
/// <param name="End">The offset behind its last unit.</param>
/// <param name="IsTitle">Whether it stands in the title.</param>
/// <param name="IsQuestion">Whether it ends with a question mark.</param>
/// <param name="Cues">All cues of its tokens.</param>
internal readonly record struct TokenSentence(int From, int To, int Start, int End, bool IsTitle, bool IsQuestion, ulong Cues);
