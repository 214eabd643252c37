namespace DiscourseLens.Trends;

/// <summary>Whose voice counts how much in a mean or a share.</summary>
public enum Weighting
{
    /// <summary>Every post counts alike, so who writes much counts for much.</summary>
    Post,

    /// <summary>One author, one vote: the mean of the authors' own means.</summary>
    Author,
}
