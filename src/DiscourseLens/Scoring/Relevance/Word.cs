namespace DiscourseLens.Scoring.Relevance;

/// <summary>A run of letters and digits in a normalised text.</summary>
/// <param name="Start">First unit, from 0.</param>
/// <param name="End">Behind the last unit.</param>
/// <param name="Joined">Whether the next word may belong to the same term: only spaces, hyphens or quotes between.</param>
/// <param name="Mixed">Whether a digit or @ or $ stands between letters, as in disguised spellings.</param>
internal readonly record struct Word(int Start, int End, bool Joined, bool Mixed);
