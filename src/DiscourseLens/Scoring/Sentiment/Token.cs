namespace DiscourseLens.Scoring.Sentiment;

/// <summary>One token of a text as the rules see it.</summary>
/// <param name="Id">Its row in the <see cref="TokenTable"/>; 0 for a word that means nothing to the rules.</param>
/// <param name="IsUpper">Written in capitals, by Python's <c>str.isupper</c>.</param>
/// <param name="HasNt">Contains "n't" and is not in the table.</param>
internal readonly record struct Token(ushort Id, bool IsUpper, bool HasNt);
