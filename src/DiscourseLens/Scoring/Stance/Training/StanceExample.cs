using DiscourseLens.Scoring.Stance.Features;

namespace DiscourseLens.Scoring.Stance.Training;

/// <summary>A labelled text as the scorer will meet it.</summary>
internal sealed record StanceExample(LabelledText Text, StanceInput Input)
{
    /// <summary>The class it is trained as: favor, against, neutral.</summary>
    public int Class => (int)Text.Label;

    /// <summary>The class of the first stage, where a mixed or unclear stance is one of its own.</summary>
    public int TextClass => Text.Sub is "mixed" or "unclear" ? TextJudge.Classes - 1 : Class;
}
