namespace DiscourseLens.Trends.Figures;

/// <summary>A drawing that any writer can put on paper: shapes in drawing order, y grows downward, sizes in pixels.</summary>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
/// <param name="Title">A short name. It may hold collected text, as all texts of a figure may.</param>
/// <param name="Description">What a reader who cannot see it is told.</param>
/// <param name="Shapes">What is drawn.</param>
public sealed record Figure(int Width, int Height, string Title, string Description, IReadOnlyList<FigureShape> Shapes);
