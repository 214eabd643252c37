using DiscourseLens.Scoring.Stance;
using DiscourseLens.Scoring.Stance.Training;

namespace DiscourseLens.Scoring.Relevance.Training;

/// <summary>A labelled text with what the rules say of it.</summary>
internal sealed record RelevanceExample(LabelledText Text, RuleVerdict Verdict)
{
    /// <summary>The class it is trained as: 0 relevant, 1 unrelated.</summary>
    public int Class => Text.Label == StanceLabel.Unrelated ? 1 : 0;

    /// <summary>Puts texts before the rules, as scoring will: a parent is judged first.</summary>
    /// <param name="texts">Labelled texts; those about one substance only are passed over.</param>
    /// <param name="gate">Judges.</param>
    public static IReadOnlyList<RelevanceExample> Of(IEnumerable<LabelledText> texts, RelevanceGate gate) =>
        [.. texts.Where(text => text.Target == Concepts.None).Select(text => new RelevanceExample(text, gate.Judge(PostOf(text, gate))))];

    private static PostInContext PostOf(LabelledText text, RelevanceGate gate) =>
        new(text.Title, text.Text, text.Community, ThreadContext.Above(gate, text.ParentTitle, text.Parent, text.Community));
}
