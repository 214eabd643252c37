namespace DiscourseLens.Scoring.Relevance.Model;

/// <summary>How close to a substance a condition or treatment is named.</summary>
internal static class MentionDistance
{
    private static readonly int[] s_limits = [15, 40, 100, 250, 600, int.MaxValue];

    /// <summary>The names of the steps: UTF-16 units apart, one half in the title, or not both named.</summary>
    public static IReadOnlyList<string> Steps { get; } = ["15", "40", "100", "250", "600", "far", "title", "none"];

    /// <summary>The step of the closest pair, an index into <see cref="Steps"/>. Linear in the mentions.</summary>
    /// <param name="evidence">Mentions by start, title first.</param>
    /// <param name="strength">Which treating terms count.</param>
    public static int StepOf(IReadOnlyList<Mention> evidence, Finding.Strength strength)
    {
        var closest = long.MaxValue;
        Mention? substance = null, treating = null;
        bool[] substanceIn = [false, false], treatingIn = [false, false];
        foreach (var mention in evidence)
        {
            var part = mention.InTitle ? 1 : 0;
            if ((mention.Concept & Concepts.Substances) != 0)
            {
                (substance, substanceIn[part]) = (mention, true);
                closest = Closer(closest, treating, mention);
            }
            else if (Finding.StrengthOf(mention) == strength)
            {
                (treating, treatingIn[part]) = (mention, true);
                closest = Closer(closest, substance, mention);
            }
        }

        if (closest <= s_limits[2])
            return Array.FindIndex(s_limits, limit => closest <= limit);
        if ((substanceIn[0] && treatingIn[1]) || (substanceIn[1] && treatingIn[0]))
            return s_limits.Length;
        return closest == long.MaxValue ? s_limits.Length + 1 : Array.FindIndex(s_limits, limit => closest <= limit);
    }

    private static long Closer(long closest, Mention? before, Mention mention) =>
        before is null || before.InTitle != mention.InTitle ? closest : Math.Min(closest, Math.Max(0, mention.Start - before.End));
}
