namespace DiscourseLens.Scoring.Sentiment;

/// <summary>The words that rules name.</summary>
internal enum Word : byte
{
    None, Kind, Of, No, Or, Nor, But, Never, So, This, Without, Doubt, Least, At, Very, The, Shit, Bomb, Bad, Ass, Bus, Stop,
    Yeah, Right, Kiss, Death, To, Die, For, Beating, Broken, Heart, Sort, Just, Enough,
}
