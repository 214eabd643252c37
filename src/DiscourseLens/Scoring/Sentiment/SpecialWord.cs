namespace DiscourseLens.Scoring.Sentiment;

/// <summary>The words that a rule names one by one. The member's name in lower case is the word.</summary>
internal enum SpecialWord : byte
{
    None,
    No, Or, Nor,
    But,
    Never, So, This,
    Without, Doubt,
    Least, At, Very,
    Kind, Sort, Of, Just, Enough,
    The, Shit, Bomb,
    Bad, Ass,
    Bus, Stop,
    Yeah, Right,
    Beating, Broken, Heart,
    Kiss, Death,
    To, Die, For,
    Count,
}
