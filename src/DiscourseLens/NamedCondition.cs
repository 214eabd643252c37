namespace DiscourseLens;

/// <summary>A condition that posts are told apart by.</summary>
/// <param name="Id">Its name in queries and in the store.</param>
/// <param name="Name">Its name in sentences.</param>
/// <param name="Terms">The terms of the lexicon that name it.</param>
public sealed record NamedCondition(string Id, string Name, IReadOnlyList<string> Terms);
