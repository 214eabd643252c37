using static DiscourseLens.Scoring.Relevance.Finding;

namespace DiscourseLens.Scoring.Relevance.Model;

/// <summary>What the rules found, as numbers between 0 and 1.</summary>
/// <remarks>Nothing here depends on whether the thread above was scored before, so that a post gets the same in every run.</remarks>
internal static class VerdictFeatures
{
    // How a community is called says little of a single post, and seeds were set into communities by their writers.
    private const float CommunityWeight = 0.1f;
    private const float Most = 4;

    private static readonly Concepts[] s_substances =
        [Concepts.Mdma, Concepts.Psilocybin, Concepts.Ketamine, Concepts.Lsd, Concepts.Other, Concepts.General];

    private static readonly string[] s_admissions = ["name", "community", "cue", "text", "context"];

    private static readonly Strength[] s_strengths = [Strength.Plain, Strength.Mild];

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. RelevanceRules.Weighed.Select(rule => $"rule {rule}"),
        "path title", "has title", "above treating", "above substance",
        .. s_substances.Select(substance => $"names {substance}"),
        "several substances",
        .. s_admissions.Select(admission => $"admitted by {admission}"),
        .. s_strengths.SelectMany(strength => MentionDistance.Steps.Select(step => $"distance {strength} {step}")),
        "condition", "therapy", "substances", "plain terms", "mild terms", "weak terms", "recreation", "share of treating",
        .. CommunityClasses.Names.Select(name => $"community {name}"),
    ];

    /// <summary>Writes them.</summary>
    public static void Write(RuleVerdict verdict, Span<float> to)
    {
        var found = verdict.Found;
        var above = found.Post.Context.Parent | found.Post.Context.Root;
        var at = 0;
        foreach (var rule in RelevanceRules.Weighed)
            to[at++] = Flag(rule == verdict.Rule);
        to[at++] = Flag(verdict.Path == "title");
        to[at++] = Flag(!string.IsNullOrEmpty(found.Post.Title));
        to[at++] = Flag((above & Concepts.Treating) != 0);
        to[at++] = Flag((above & Concepts.Substances) != 0);
        foreach (var substance in s_substances)
            to[at++] = Flag(found.Names(substance));
        to[at++] = Flag(s_substances.Count(substance => found.Names(substance)) > 1);
        WriteMentions(found, to[at..]);
    }

    private static void WriteMentions(Finding found, Span<float> to)
    {
        var substances = found.Evidence.Where(IsSubstance).ToList();
        var at = 0;
        foreach (var admission in s_admissions)
            to[at++] = Flag(substances.Exists(mention => mention.Rule == admission));
        foreach (var strength in s_strengths)
        {
            to.Slice(at, MentionDistance.Steps.Count).Clear();
            to[at + MentionDistance.StepOf(found.Evidence, strength)] = 1;
            at += MentionDistance.Steps.Count;
        }

        to[at++] = Flag(found.Names(Concepts.Condition));
        to[at++] = Flag(found.Names(Concepts.Therapy));
        to[at++] = Capped(substances.Count);
        to[at++] = Capped(Terms(found, Strength.Plain));
        to[at++] = Capped(Terms(found, Strength.Mild));
        to[at++] = Capped(Terms(found, Strength.Weak));
        to[at++] = Capped(found.Recreation);
        var treating = found.Evidence.Count(mention => !IsSubstance(mention) && mention.Rule != Mention.Weak);
        to[at++] = (float)treating / Math.Max(1, treating + substances.Count);
        for (var i = 0; i < CommunityClasses.Names.Count; i++)
            to[at++] = (int)found.Post.Community == i ? CommunityWeight : 0;
    }

    private static int Terms(Finding found, Strength strength) => found.Evidence
        .Where(mention => !IsSubstance(mention) && StrengthOf(mention) == strength).Select(mention => mention.Term).Distinct(StringComparer.Ordinal).Count();

    private static bool IsSubstance(Mention mention) => (mention.Concept & Concepts.Substances) != 0;

    private static float Capped(int count) => Math.Min(Most, count) / Most;

    private static float Flag(bool holds) => holds ? 1 : 0;
}
