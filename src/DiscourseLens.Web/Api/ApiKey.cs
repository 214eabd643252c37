namespace DiscourseLens.Web.Api;

/// <summary>A key of a question, for the description of the API.</summary>
/// <param name="Name">The key.</param>
/// <param name="Meaning">What it chooses.</param>
/// <param name="Values">What it may be; null for free text.</param>
internal sealed record ApiKey(string Name, string Meaning, IReadOnlyList<string>? Values = null);
