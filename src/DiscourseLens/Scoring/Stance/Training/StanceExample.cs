namespace DiscourseLens.Scoring.Stance.Training;

/// <summary>A labelled text as the scorer will meet it.</summary>
internal sealed record StanceExample(LabelledText Text, StanceInput Input)
{
    /// <summary>The class it is trained as: favor, against, neutral.</summary>
    public int Class => (int)Text.Label;
}
