"""A package as a project of the clean development mechanism: ER = BE - PE - L, year by year."""

from .project import CdmResult, CdmStream, CdmYear, cdm_figures, cdm_inputs, cdm_of

__all__ = ["CdmResult", "CdmStream", "CdmYear", "cdm_figures", "cdm_inputs", "cdm_of"]
