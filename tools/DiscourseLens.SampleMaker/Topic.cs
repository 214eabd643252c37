namespace DiscourseLens.SampleMaker;

/// <summary>What a thread speaks of.</summary>
/// <param name="Target">mdma, psilocybin, ketamine, lsd, other or general.</param>
/// <param name="Condition">What is to be treated.</param>
internal sealed record Topic(string Target, string Condition);
