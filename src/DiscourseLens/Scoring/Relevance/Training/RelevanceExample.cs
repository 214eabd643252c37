using DiscourseLens.Scoring.Stance;
using DiscourseLens.Scoring.Stance.Training;

namespace DiscourseLens.Scoring.Relevance.Training;

/// <summary>A labelled text with what the rules say of it.</summary>
/// <param name="Text">The text.</param>
/// <param name="Verdict">What the rules say.</param>
/// <param name="Weight">How much it counts among the texts of its rule and label; above 0.</param>
internal sealed record RelevanceExample(LabelledText Text, RuleVerdict Verdict, double Weight)
{
    /// <summary>The class it is trained as: 0 relevant, 1 unrelated.</summary>
    public int Class => Text.Label == StanceLabel.Unrelated ? 1 : 0;

    /// <summary>Puts texts before the rules; a parent is judged first.</summary>
    /// <param name="texts">Labelled texts and what they count; those about one substance only are passed over.</param>
    /// <param name="gate">Judges.</param>
    public static IReadOnlyList<RelevanceExample> Of(IEnumerable<(LabelledText Text, double Weight)> texts, RelevanceGate gate) =>
    [
        .. texts.Where(pair => pair.Text.Target == Concepts.None)
            .Select(pair => new RelevanceExample(pair.Text, gate.Judge(PostOf(pair.Text, gate)), pair.Weight)),
    ];

    private static PostInContext PostOf(LabelledText text, RelevanceGate gate) =>
        new(text.Title, text.Text, text.Community, ThreadContext.Above(gate, text.ParentTitle, text.Parent, text.Community));
}
