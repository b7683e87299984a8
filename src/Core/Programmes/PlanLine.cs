using Huanxin.Core.Kernel;

namespace Huanxin.Core.Programmes;

/// <summary>What a plan says of one place in one year (计划行), with the place's name as it was printed.</summary>
public sealed record PlanLine(RegionCode Place, string PlaceText, int Year, PlanFigures Figures, string? Note = null);
