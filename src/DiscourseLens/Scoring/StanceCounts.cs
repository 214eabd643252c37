using DiscourseLens.Scoring.Stance;

namespace DiscourseLens.Scoring;

/// <summary>Numbers of posts by label.</summary>
public readonly record struct StanceCounts(long Favor, long Against, long Neutral, long Unrelated)
{
    internal StanceCounts Add(StanceLabel? label) => label switch
    {
        StanceLabel.Favor => this with { Favor = Favor + 1 },
        StanceLabel.Against => this with { Against = Against + 1 },
        StanceLabel.Neutral => this with { Neutral = Neutral + 1 },
        StanceLabel.Unrelated => this with { Unrelated = Unrelated + 1 },
        _ => this,
    };
}
