using DiscourseLens.Scoring.Relevance;

namespace DiscourseLens.Scoring.Stance.Training;

/// <summary>Puts labelled texts before the gate, as the scorer will meet them.</summary>
internal static class StanceExamples
{
    /// <summary>The texts that have a stance: unrelated ones teach the gate, not this model.</summary>
    /// <param name="texts">Labelled texts.</param>
    /// <param name="gate">Finds what they name; null for another target, of which the gate knows nothing.</param>
    public static IReadOnlyList<StanceExample> Of(IEnumerable<LabelledText> texts, RelevanceGate? gate) =>
    [
        .. texts.Where(text => text.Label != StanceLabel.Unrelated).Select(text => new StanceExample(text, InputOf(text, gate))),
    ];

    /// <summary>A text as the scorer meets it.</summary>
    public static StanceInput InputOf(LabelledText text, RelevanceGate? gate) =>
        new(text.Title, text.Text, text.ParentTitle, text.Parent, gate is null ? s_taken : Decide(text, gate), text.Target);

    private static readonly RelevanceDecision s_taken = new(true, 1, "given", "self", Concepts.None, [], Concepts.None);

    // A parent with a title is the submission itself.
    private static RelevanceDecision Decide(LabelledText text, RelevanceGate gate)
    {
        var context = ThreadContext.None;
        if (text.Parent is not null || text.ParentTitle is not null)
        {
            var parent = gate.Decide(new PostInContext(text.ParentTitle, text.Parent ?? "", text.Community, ThreadContext.None));
            var isRoot = text.ParentTitle is not null;
            context = new ThreadContext(parent.Named, isRoot ? parent.Named : Concepts.None, parent.Relevant, isRoot && parent.Relevant);
        }
        return gate.Decide(new PostInContext(text.Title, text.Text, text.Community, context));
    }
}
