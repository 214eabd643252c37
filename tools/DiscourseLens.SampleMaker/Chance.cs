namespace DiscourseLens.SampleMaker;

/// <summary>
/// Chance from a seed (SplitMix64). Only whole numbers and exactly rounded arithmetic, so that every machine and every
/// version of .NET makes the same study.
/// </summary>
/// <param name="seed">Any number; the same one gives the same study.</param>
internal sealed class Chance(ulong seed)
{
    private const double Unit = 1.0 / (1UL << 53);
    private ulong _state = seed;

    /// <summary>Evenly in [0, 1).</summary>
    public double Share() => (Next() >> 11) * Unit;

    /// <summary>Evenly in [0, limit).</summary>
    public int Below(int limit) => (int)(Share() * limit);

    /// <summary>Whether something of this probability happens.</summary>
    public bool Happens(double probability) => Share() < probability;

    /// <summary>One of several.</summary>
    public T Of<T>(IReadOnlyList<T> several) => several[Below(several.Count)];

    /// <summary>How many of <paramref name="trials"/> come true when <paramref name="mean"/> of them do on average.</summary>
    public int Count(double mean, int trials)
    {
        var count = 0;
        for (var i = 0; i < trials; i++)
            count += Happens(mean / trials) ? 1 : 0;
        return count;
    }

    private ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }
}
