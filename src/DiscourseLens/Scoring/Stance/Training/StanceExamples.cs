using DiscourseLens.Scoring.Relevance;

namespace DiscourseLens.Scoring.Stance.Training;

/// <summary>Makes examples of labelled texts.</summary>
internal static class StanceExamples
{
    private static readonly RelevanceDecision s_given = new(true, 1, "given", "self", Concepts.None, [], Concepts.None);

    /// <summary>The texts that have a stance: unrelated ones teach the gate, not this model.</summary>
    public static IReadOnlyList<StanceExample> Of(IEnumerable<LabelledText> texts) =>
    [
        .. texts.Where(text => text.Label != StanceLabel.Unrelated).Select(text => new StanceExample(
            text, new StanceInput(text.Title, text.Text, text.ParentTitle, text.Parent, s_given, text.Target))),
    ];
}
